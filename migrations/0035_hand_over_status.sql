-- What becomes of a case that was handed over: the format its server speaks ("xml", "json"; null: not asked yet), the status
-- there with its words, since when, and when it was asked last. `told_at`: when staff were told that the row waits for them.
alter table deliveries add column format text;
alter table deliveries add column there text;
alter table deliveries add column there_note text;
alter table deliveries add column there_at bigint;
alter table deliveries add column asked_at bigint;
alter table deliveries add column told_at bigint;
drop index deliveries_open;
create index deliveries_open on deliveries (agency, state, id) where state in ('queued', 'sending', 'unknown', 'failed', 'tokened', 'returned', 'followed', 'finished');
create index deliveries_untold on deliveries (agency, id) where told_at is null and state in ('unknown', 'failed', 'returned', 'finished');

-- What a person is shown of an account's sources: the threads with the newest words, and how far every feed has been
-- looked through.
create index sources_shown on sources (agency, is_thread, account, (coalesce(found_at, 0)), name);
-- Closed holes stay for the record: what is open is found without them.
create index holes_open on holes (agency, account, id) where state = 'open';

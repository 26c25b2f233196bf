-- Agencies outside this installation to which cases are referred. The key of an Open311 endpoint is sealed with the
-- agency's key of the vault.
create table outside_agencies (
    agency integer not null,
    id bigint not null,
    name text not null,
    way text not null,
    address text not null,
    jurisdiction text not null,
    service_code text not null,
    key_sealed text not null,
    is_active integer not null,
    changed_at bigint not null,
    primary key (agency, id)
);

-- The journal of what is handed over: one row for each referral (its event), so that nothing goes there twice. `token`:
-- what an Open311 endpoint gave while it has no number yet.
create table deliveries (
    agency integer not null,
    id bigint not null,
    case_id bigint not null,
    event bigint not null,
    outside bigint not null,
    way text not null,
    state text not null,
    attempts integer not null,
    token text,
    receipt text,
    problem text,
    created_at bigint not null,
    changed_at bigint not null,
    lease_until bigint,
    primary key (agency, id)
);
create unique index deliveries_of_event on deliveries (agency, event);
create index deliveries_of_case on deliveries (agency, case_id, id);
create index deliveries_open on deliveries (agency, state, id) where state in ('queued', 'sending', 'unknown', 'failed', 'tokened');

-- In which language a member of staff reads mails: "id" or "en"; null: as the agency writes.
alter table staff_duty add column language text;

-- What was counted beyond the years that the calendar knew, and still runs.
create index deadlines_provisional on deadlines (agency, due_at) where is_provisional = 1 and met_at is null and ended_at is null;

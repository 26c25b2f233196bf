-- An agency's own ladders of reminders, every version of them; the newest counts. No rows: the national one.
create table agency_ladders (
    agency integer not null,
    version integer not null,
    data text not null,
    changed_by bigint,
    changed_at bigint not null,
    primary key (agency, version)
);

-- When to look next at the deadlines of a case; null: there is nothing to come. Cases from before this installation
-- have no row.
create table case_ladders (
    agency integer not null,
    case_id bigint not null,
    next_at bigint,
    primary key (agency, case_id)
);
create index case_ladders_due on case_ladders (agency, next_at) where next_at is not null;

-- Steps that were taken: each once for a deadline.
create table case_ladder_steps (
    agency integer not null,
    case_id bigint not null,
    deadline text not null,
    step text not null,
    taken_at bigint not null,
    primary key (agency, case_id, deadline, step)
);

-- What is open climbs from now on.
insert into case_ladders (agency, case_id, next_at)
select c.agency, c.id, c.received_at from cases c
where coalesce(c.state, '') in ('received', 'verified', 'assigned', 'in_progress', 'scheduled', 'awaiting_reporter')
and not exists (select 1 from events e where e.agency = c.agency and e.subject_kind = 'case' and e.subject = c.id
and e.kind = 'case.received' and e.data like '%"is_history":true%');

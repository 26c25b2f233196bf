-- A running clock of a subject, with the version of the rule under which it was started.
create table deadlines (
    agency integer not null,
    id bigint not null,
    subject_kind text not null,
    subject bigint not null,
    name text not null,
    profile text not null,
    profile_version text not null,
    starts_on text not null,
    started_at bigint not null,
    due_at bigint not null,
    is_provisional integer not null,
    met_at bigint,
    ended_at bigint,
    paused_at bigint,
    paused_ms bigint not null,
    crossed text not null,
    next_crossing_at bigint,
    primary key (agency, id)
);
create unique index deadlines_by_subject on deadlines (agency, subject_kind, subject, name);
create index deadlines_to_cross on deadlines (agency, next_crossing_at) where next_crossing_at is not null;

-- Append-only facts. `position` is null until the agency's sequencer numbers the event after its commit; it is gapless.
create table events (
    agency integer not null,
    id bigint not null,
    position bigint,
    subject_kind text not null,
    subject bigint not null,
    kind text not null,
    at bigint not null,
    actor_kind text not null,
    actor bigint,
    is_public integer not null,
    data text not null,
    primary key (agency, id)
);
create unique index events_by_position on events (agency, position);
create index events_by_subject on events (agency, subject_kind, subject, id);
create index events_unnumbered on events (agency, id) where position is null;

-- One holder at a time does a named thing for an agency, until the lease ends.
create table leases (
    agency integer not null,
    name text not null,
    holder text not null,
    until_at bigint not null,
    primary key (agency, name)
);

-- How far a subscriber has read.
create table event_cursors (
    agency integer not null,
    subscriber text not null,
    position bigint not null,
    primary key (agency, subscriber)
);

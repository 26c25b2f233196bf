-- Open cases on their way from an office that was split or merged, walked in steps, so that it goes on after a stop.
create table relocations (
    agency integer not null,
    id bigint not null,
    staff bigint,
    asked_at bigint not null,
    from_office bigint not null,
    to_office bigint,
    topic text,
    area text,
    reason text not null,
    state text not null,
    after_time bigint not null,
    after_case bigint not null,
    n_total bigint not null,
    n_moved bigint not null,
    n_left bigint not null,
    primary key (agency, id)
);

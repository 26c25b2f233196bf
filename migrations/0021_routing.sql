-- More conditions of a rule than topic and area, as JSON; null: none.
alter table routing_rules add column conditions text;

-- The whole set of rules as it was after each change: to look back, and to undo.
create table rule_versions (
    agency integer not null,
    version integer not null,
    at bigint not null,
    staff bigint,
    what text not null,
    rules text not null,
    n integer not null,
    primary key (agency, version)
);

-- Rules that are being changed and do not count yet; one draft for an agency.
create table rule_drafts (
    agency integer not null primary key,
    at bigint not null,
    staff bigint,
    rules text not null
);

-- What an office says that it serves; a null topic or area is all of them.
create table office_services (
    agency integer not null,
    id bigint not null,
    office bigint not null,
    topic text,
    area text,
    primary key (agency, id)
);

-- What other rules would have done with the cases of some days: walked in steps, so that it goes on after a stop.
create table rule_rehearsals (
    agency integer not null,
    id bigint not null,
    staff bigint,
    asked_at bigint not null,
    since bigint not null,
    rules_now text not null,
    rules_then text not null,
    state text not null,
    after_time bigint not null,
    after_case bigint not null,
    n_read bigint not null,
    n_total bigint not null,
    outcome text not null,
    primary key (agency, id)
);

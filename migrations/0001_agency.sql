-- One row for each agency served by this installation; one host name = one agency.
create table agencies (
    id integer not null primary key,
    name text not null,
    short_name text not null,
    organiser text not null,
    prefix text not null,
    host text,
    zone text not null,
    accent text not null,
    profile text not null,
    emergency_from double precision not null,
    secret_salt text not null,
    created_at bigint not null
);
create unique index agencies_by_host on agencies (host);

-- The region in which place names are looked up: area codes of Kepmendagri, all below them included.
create table agency_regions (
    agency integer not null,
    area text not null,
    primary key (agency, area)
);

create table offices (
    agency integer not null,
    id bigint not null,
    parent bigint,
    name text not null,
    short_name text not null,
    active integer not null,
    created_at bigint not null,
    primary key (agency, id)
);

create table topics (
    agency integer not null,
    code text not null,
    name_id text not null,
    name_en text not null,
    proof text not null,
    profile text,
    words text not null,
    ordinal integer not null,
    active integer not null,
    primary key (agency, code)
);

-- Topic x place -> office; the lowest ordinal that fits wins. A null topic or area fits all.
create table routing_rules (
    agency integer not null,
    id bigint not null,
    ordinal integer not null,
    topic text,
    area text,
    office bigint not null,
    primary key (agency, id)
);
create index routing_rules_by_ordinal on routing_rules (agency, ordinal);

-- An office's presence on one network. The network "form" is the agency's own report page.
create table accounts (
    agency integer not null,
    id bigint not null,
    office bigint,
    network text not null,
    name text not null,
    active integer not null,
    created_at bigint not null,
    primary key (agency, id)
);

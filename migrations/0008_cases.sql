create table cases (
    agency integer not null,
    id bigint not null,
    code text not null,
    version integer not null,
    kind text not null,
    class text,
    topic text,
    urgency double precision not null,
    state text not null,
    state_before text,
    office bigint,
    person bigint,
    conduct_office bigint,
    area text,
    place_name text,
    lat double precision,
    lon double precision,
    place_p double precision,
    identity_mode text not null,
    visibility text not null,
    consent integer not null,
    account bigint not null,
    identity bigint,
    secret_hash text not null,
    title text not null,
    proposed_text text not null,
    public_text text,
    returns integer not null,
    contests integer not null,
    level integer not null,
    public_reason text,
    planned_day text,
    budget_source text,
    received_at bigint not null,
    changed_at bigint not null,
    primary key (agency, id)
);
create unique index cases_by_code on cases (agency, code);
create index cases_by_state on cases (agency, state, id);
create index cases_by_office on cases (agency, office, state, id);
create index cases_by_topic on cases (agency, topic, id);
create index cases_by_area on cases (agency, area, id);

-- How it was shown that the matter is solved; a contested case gets another round.
create table proofs (
    agency integer not null,
    id bigint not null,
    case_id bigint not null,
    kind text not null,
    note text not null,
    document_number text,
    document_day text,
    given_by bigint,
    given_at bigint not null,
    primary key (agency, id)
);
create index proofs_by_case on proofs (agency, case_id, id);

create table proof_media (
    agency integer not null,
    proof bigint not null,
    side text not null,
    ordinal integer not null,
    sha256 text not null,
    primary key (agency, proof, side, ordinal)
);
create index proof_media_by_sha256 on proof_media (agency, sha256);

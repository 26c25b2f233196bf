create table staff (
    agency integer not null,
    id bigint not null,
    login text not null,
    name text not null,
    password_hash text not null,
    active integer not null,
    created_at bigint not null,
    primary key (agency, id)
);
create unique index staff_by_login on staff (agency, login);

-- A role is held at an office and is valid for all below it.
create table staff_roles (
    agency integer not null,
    staff bigint not null,
    role text not null,
    office bigint not null,
    primary key (agency, staff, role, office)
);

-- Only hashes of secrets are at rest.
create table sessions (
    agency integer not null,
    hash text not null,
    staff bigint not null,
    created_at bigint not null,
    seen_at bigint not null,
    expires_at bigint not null,
    primary key (agency, hash)
);
create index sessions_by_staff on sessions (agency, staff);
create index sessions_by_expiry on sessions (agency, expires_at);

-- A token belongs to a person (acts as that person) or to an account (posts items and media, nothing else).
create table tokens (
    agency integer not null,
    hash text not null,
    id bigint not null,
    subject_kind text not null,
    subject bigint not null,
    label text not null,
    created_at bigint not null,
    revoked_at bigint,
    primary key (agency, hash)
);
create index tokens_by_subject on tokens (agency, subject_kind, subject);

-- Failed sign-ins per (login, address): somebody else's failures never lock out the owner.
create table sign_in_failures (
    agency integer not null,
    key_hash text not null,
    count integer not null,
    last_at bigint not null,
    primary key (agency, key_hash)
);

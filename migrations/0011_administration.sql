-- What an administrator sets up: days of the agency's own, invitations, and names by which a setup file knows offices.

-- 1: collective leave (cuti bersama) is a day off; regions differ.
alter table agencies add column collective_leave_off integer not null default 1;

-- Stable name of an office in setup files ("sudin-selatan"); null: made from its short name.
alter table offices add column code text;
create unique index offices_by_code on offices (agency, code);

-- Days on which this agency differs from the national calendar; day is "2026-05-26".
create table agency_days (
    agency integer not null,
    day text not null,
    name text not null,
    closed integer not null,
    primary key (agency, day)
);

-- A link with which somebody becomes staff, or sets a new password (staff is not null). Only its hash is at rest.
create table invitations (
    agency integer not null,
    id bigint not null,
    hash text not null,
    login text not null,
    name text not null,
    staff bigint,
    invited_by bigint,
    created_at bigint not null,
    expires_at bigint not null,
    used_at bigint,
    revoked_at bigint,
    primary key (agency, id)
);
create unique index invitations_by_hash on invitations (agency, hash);
create index invitations_by_login on invitations (agency, login);

-- The roles that the invited person will hold.
create table invitation_roles (
    agency integer not null,
    invitation bigint not null,
    role text not null,
    office bigint not null,
    primary key (agency, invitation, role, office)
);

-- What was changed by whom, newest first.
create index events_of_administration on events (agency, id)
    where subject_kind in ('agency', 'office', 'account', 'staff', 'token', 'invitation');

-- How an office gives its cases to its people: by hand (no row), to whom has least open work, or in turn.
create table office_sharing (
    agency integer not null,
    office bigint not null,
    how text not null,
    last_person bigint,
    primary key (agency, office)
);

-- Days on which a person is away, and who stands in; days as "2026-11-22", both included.
create table absences (
    agency integer not null,
    id bigint not null,
    staff bigint not null,
    first_day text not null,
    last_day text not null,
    substitute bigint,
    noted_at bigint not null,
    primary key (agency, id)
);
create index absences_by_staff on absences (agency, staff, last_day);

-- Who settles which office is responsible, once two have refused a case.
create table arbiters (
    agency integer not null primary key,
    office bigint not null,
    staff bigint,
    working_days integer not null
);

-- A case that waits for the arbiter: until when, and whether that was passed.
create table arbitrations (
    agency integer not null,
    case_id bigint not null,
    started_at bigint not null,
    due_at bigint not null,
    settled_at bigint,
    passed_at bigint,
    primary key (agency, case_id)
);
create index arbitrations_due on arbitrations (agency, due_at) where settled_at is null and passed_at is null;
create index staff_roles_by_office on staff_roles (agency, office, role, staff);

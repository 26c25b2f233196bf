-- One thing in the world behind many cases. A case is in at most one incident; it keeps its reporter, its
-- channel and its deadlines.
create table incidents (
    agency integer not null,
    id bigint not null,
    since bigint not null,
    cases integer not null,
    people integer not null,
    primary key (agency, id)
);
create index incidents_by_people on incidents (agency, people, id);

create table incident_members (
    agency integer not null,
    case_id bigint not null,
    incident bigint not null,
    since bigint not null,
    primary key (agency, case_id)
);
create index incident_members_by_incident on incident_members (agency, incident, case_id);

-- A reporter's "belum" about one case of an incident, which waits for a look at the whole.
create table incident_doubts (
    agency integer not null,
    case_id bigint not null,
    incident bigint not null,
    at bigint not null,
    words text,
    photos text not null,
    primary key (agency, case_id)
);
create index incident_doubts_by_incident on incident_doubts (agency, incident, case_id);

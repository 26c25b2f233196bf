-- What of each case is compared when the same thing is looked for (cases/signature.h), by district and time.
create table case_signatures (
    agency integer not null,
    area text not null,
    at bigint not null,
    case_id bigint not null,
    topic text not null,
    lat double precision,
    lon double precision,
    terms text not null,
    primary key (agency, area, at, case_id)
);

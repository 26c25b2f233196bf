-- What is said to a reporter: one row for each event and reporter. `body` stands on the tracking page, `letter` is the
-- mail's whole text, empty when there is none.
create table outgoing (
    agency integer not null,
    id bigint not null,
    case_id bigint not null,
    identity bigint not null,
    event bigint not null,
    template text not null,
    channel text not null,
    state text not null,
    language text not null,
    subject text not null,
    body text not null,
    letter text not null,
    created_at bigint not null,
    changed_at bigint not null,
    attempts integer not null,
    lease_until bigint,
    problem text,
    primary key (agency, id)
);
create unique index outgoing_by_event on outgoing (agency, event, identity);
create index outgoing_by_case on outgoing (agency, case_id, id);
create index outgoing_by_state on outgoing (agency, state, id);
create index outgoing_by_identity on outgoing (agency, identity, id);

-- An agency's own words for a template, every version of them; the newest counts. `is_builtin`: back to the shipped text.
create table outgoing_templates (
    agency integer not null,
    template text not null,
    language text not null,
    version integer not null,
    is_builtin integer not null,
    subject text not null,
    body text not null,
    changed_by bigint not null,
    changed_at bigint not null,
    primary key (agency, template, language, version)
);

-- Opening hours by weekday (1 is Monday): "07.30-12.00, 13.00-16.00"; empty when closed. No rows: the usual hours.
create table office_hours (
    agency integer not null,
    weekday integer not null,
    hours text not null,
    primary key (agency, weekday)
);

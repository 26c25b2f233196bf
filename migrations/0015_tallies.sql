-- Where a case stands, as bits (cases/standing.h): what lists and counts need to know of it and its clocks.
alter table cases add column standing integer not null default 0;

-- Every list is read from an index that begins as the list is ordered; `standing` and `office` behind the key
-- decide without looking the case up.
drop index cases_waiting;
drop index cases_by_time;
drop index cases_restricted;
drop index cases_by_state;
drop index cases_by_office;
drop index cases_by_topic;
drop index cases_by_area;
create index cases_by_time on cases (agency, received_at, id, standing, office);
create index cases_by_office on cases (agency, coalesce(office, 0), received_at, id, standing);
create index cases_by_topic on cases (agency, topic, received_at, id, standing, office);
create index cases_by_area on cases (agency, area, received_at, id, standing);
create index cases_open on cases (agency, received_at, id, standing, office) where (standing & 1) = 1;
create index cases_open_by_office on cases (agency, coalesce(office, 0), received_at, id, standing, person)
    where (standing & 1) = 1;
create index cases_open_by_person on cases (agency, person, received_at, id, standing)
    where (standing & 1) = 1 and person is not null;
create index cases_unassigned on cases (agency, received_at, id, standing, office) where (standing & 2) = 2;
create index cases_due_soon on cases (agency, received_at, id, standing, office) where (standing & 4) = 4;
create index cases_overdue on cases (agency, received_at, id, standing, office) where (standing & 8) = 8;
create index cases_asking on cases (agency, received_at, id, standing, office) where (standing & 16) = 16;
create index cases_to_decide on cases (agency, received_at, id, standing, office) where (standing & 32) = 32;
create index cases_urgent on cases (agency, received_at, id, standing, office) where (standing & 64) = 64;
-- States that few cases are in.
create index cases_set_aside on cases (agency, state, received_at, id, standing, office)
    where state in ('scheduled', 'referred', 'declined', 'archived', 'awaiting_reporter');

drop index deadlines_running;
create index deadlines_of_silence on deadlines (agency, due_at, subject)
    where name = 'silence' and met_at is null and ended_at is null;

-- How many cases stand alike for whoever may see them; an office or person of 0 is none.
create table case_tallies (
    agency integer not null,
    is_restricted integer not null,
    office bigint not null,
    person bigint not null,
    conduct_office bigint not null,
    is_whistleblowing integer not null,
    standing integer not null,
    n bigint not null,
    primary key (agency, is_restricted, office, person, conduct_office, is_whistleblowing, standing)
);
create index case_tallies_empty on case_tallies (agency) where n = 0;

-- The public figures by dimension (all, office, topic, regency), of cases received on a day or in a month
-- (grain; days since 1970, months since year 0).
create table case_figures (
    agency integer not null,
    grain text not null,
    dimension text not null,
    period integer not null,
    name text not null,
    received bigint not null,
    done bigint not null,
    in_time bigint not null,
    claimed bigint not null,
    contested bigint not null,
    open bigint not null,
    overdue bigint not null,
    scheduled bigint not null,
    primary key (agency, grain, dimension, period, name)
);

-- What changed since the two tables above were brought up to date, written with each change: whoever counts
-- adds these rows, so a count is exact in every moment. `batch` is not 0 while they are being folded in.
create table tally_changes (
    agency integer not null,
    id bigint not null,
    batch bigint not null,
    n integer not null,
    is_restricted integer not null,
    office bigint not null,
    person bigint not null,
    conduct_office bigint not null,
    is_whistleblowing integer not null,
    standing integer not null,
    topic text not null,
    regency text not null,
    day integer not null,
    month integer not null,
    primary key (agency, id)
);

-- What of the agency's settings the tallies were counted with: other settings, and they are counted anew.
create table tally_bases (
    agency integer not null primary key,
    zone text not null,
    emergency_from double precision not null
);

-- Incidents that became one: what came into which, by whom and why, and who was where before, so that it can be
-- taken back as it was. The URL of the one that is gone leads to the one that was kept.
create table incident_mergings (
    agency integer not null,
    id bigint not null,
    kept bigint not null,
    gone bigint not null,
    gone_since bigint not null,
    at bigint not null,
    staff bigint not null,
    reason text not null,
    cases integer not null,
    people integer not null,
    undone_at bigint,
    undone_by bigint,
    primary key (agency, id)
);
create index incident_mergings_by_kept on incident_mergings (agency, kept, id);
create index incident_mergings_by_gone on incident_mergings (agency, gone, id);

create table incident_merging_members (
    agency integer not null,
    merging bigint not null,
    case_id bigint not null,
    came_over integer not null,
    is_solved integer not null,
    primary key (agency, merging, case_id)
);
create index incident_merging_members_by_case on incident_merging_members (agency, case_id, merging);

-- What is near lies in one cell of a grid or the next, whatever borders run between (cases/neighbourhood.h);
-- null without a point of its own.
alter table case_signatures add column cell bigint;
create index case_signatures_by_cell on case_signatures (agency, cell, at, case_id) where cell is not null;

-- How far the cases of an agency have signatures of the present form: all from `down_to` on.
create table signature_progress (
    agency integer not null primary key,
    version integer not null,
    down_to bigint not null,
    n_done bigint not null,
    n_total bigint not null
);

-- What a deadline was counted with, so that its due time can be explained and counted again whatever changes
-- later; and what an agency lays down itself: profiles, decrees of later years, hours of single days.

-- The amount may depend on it: that of the subject when the deadline was counted last.
alter table deadlines add column class_code text not null default '';
-- Days that were not as every week has them, counted from the day of the start; empty: not recorded.
alter table deadlines add column counted text not null default '';
-- Pauses that are over, "from-until" in milliseconds, divided by commas.
alter table deadlines add column pauses text not null default '';
-- A pause with a limit ends then by itself.
alter table deadlines add column pause_ends_at bigint;
alter table deadlines add column extended_at bigint;
update deadlines set class_code = coalesce((select c.class from cases c
    where c.agency = deadlines.agency and c.id = deadlines.subject), '') where subject_kind = 'case';

alter table agency_days add column kind text not null default 'libur_sendiri';
alter table agency_days add column source text not null default '';
-- "08.00-12.00, 13.00-15.00" of a day that is open; empty: those of its weekday.
alter table agency_days add column hours text not null default '';

-- Versions of an agency's own deadline profiles; data is JSON as in data/profiles/.
create table deadline_profiles (
    agency integer not null,
    id text not null,
    version text not null,
    effective_from text not null,
    data text not null,
    primary key (agency, id, version)
);

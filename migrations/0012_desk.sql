-- Who has a case open on a screen; a row counts for less than a minute and is swept after that.
create table presence (
    agency integer not null,
    case_id bigint not null,
    staff bigint not null,
    seen_at bigint not null,
    primary key (agency, case_id, staff)
);
create index presence_by_time on presence (agency, seen_at);

-- The views of the desk walk open cases from the longest wait on, and read all that decides who sees a case
-- and in which view it stands from the index alone. The expression keeps other indexes out of their plans.
create index cases_waiting on cases (agency, received_at, id, state, office, person, conduct_office, kind, topic, level, returns, contests, urgency)
    where coalesce(state, '') in ('received', 'verified', 'assigned', 'in_progress', 'scheduled', 'awaiting_reporter');
create index cases_by_time on cases (agency, received_at, id, state, office, person, conduct_office, kind, topic);
-- Cases whose readers an office alone does not decide.
create index cases_restricted on cases (agency, office, conduct_office, kind, person)
    where conduct_office is not null or kind = 'whistleblowing';
create index deadlines_running on deadlines (agency, subject_kind, due_at, started_at, paused_ms, subject)
    where met_at is null and ended_at is null and paused_at is null;

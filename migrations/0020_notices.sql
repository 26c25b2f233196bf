-- How a person is reached for the agency's own work, and until which day ("2026-12-31") they are away. Never a citizen's.
create table staff_duty (
    agency integer not null,
    staff bigint not null,
    email text,
    away_until text,
    primary key (agency, staff)
);

-- What a person was told of a subject: one row for each, that of the last step. mail_at: from when it may go out by
-- mail, null when it did or shall not. over_at: the subject needs them no more.
create table notices (
    agency integer not null,
    id bigint not null,
    staff bigint not null,
    subject_kind text not null,
    subject bigint not null,
    deadline text not null,
    at_percent integer not null,
    audience text not null,
    due_at bigint not null,
    at bigint not null,
    mail_at bigint,
    seen_at bigint,
    over_at bigint,
    primary key (agency, id)
);
create unique index notices_by_subject on notices (agency, subject_kind, subject, staff);
create index notices_open on notices (agency, staff, at, id) where over_at is null;
create index notices_to_mail on notices (agency, mail_at, staff) where mail_at is not null;

-- Summaries of notices by mail, as they were sent. What may have arrived is not sent again.
create table notice_mails (
    agency integer not null,
    id bigint not null,
    staff bigint not null,
    state text not null,
    subject text not null,
    body text not null,
    created_at bigint not null,
    changed_at bigint not null,
    attempts integer not null,
    lease_until bigint,
    problem text,
    primary key (agency, id)
);
create index notice_mails_of_staff on notice_mails (agency, staff, created_at);
create index notice_mails_sending on notice_mails (agency, lease_until) where lease_until is not null;

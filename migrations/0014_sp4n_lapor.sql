-- Words of SP4N-LAPOR! and what they mean here. A row without a meaning was seen and waits for somebody to map it.
-- subject "state" is the way back: label is our state, meaning the word that LAPOR! shall read.
create table lapor_labels (
    agency integer not null,
    subject text not null,
    label text not null,
    shown text not null,
    meaning text,
    seen bigint not null,
    primary key (agency, subject, label)
);

-- Which header of the file holds which field, where an agency's files differ from the usual ones.
create table lapor_columns (
    agency integer not null,
    field text not null,
    header text not null,
    primary key (agency, field)
);

-- Which case a report of LAPOR! became, the status and class that LAPOR! gave it last, and the file that brought it first.
create table lapor_cases (
    agency integer not null,
    tracking_id text not null,
    case_id bigint,
    import_id bigint not null,
    status text not null,
    class text,
    primary key (agency, tracking_id)
);
create index lapor_cases_by_case on lapor_cases (agency, case_id);

-- One row for each file. What it held is in the data folder only until it was taken in.
create table lapor_imports (
    agency integer not null,
    id bigint not null,
    file_name text not null,
    bytes bigint not null,
    staff bigint,
    state text not null,
    lines bigint not null,
    fresh bigint not null,
    accepted bigint not null,
    known bigint not null,
    rejected bigint not null,
    different bigint not null,
    problem text,
    problem_field text,
    created_at bigint not null,
    finished_at bigint,
    primary key (agency, id)
);

-- Lines of a file that a person must look at: refused, or different from what is known. Never the words of the report.
create table lapor_lines (
    agency integer not null,
    import_id bigint not null,
    line bigint not null,
    what text not null,
    tracking_id text not null,
    problem text,
    field text,
    was text,
    is_now text,
    primary key (agency, import_id, line, what)
);

create index cases_by_received on cases (agency, received_at, id);

-- What reading the words of a case suggested as it came in, and what people said of it since. An empty label: it was
-- read and nothing was found; null: a person had chosen already, or nobody has said yet. sure: a bit for each head.
create table suggestions (
    agency integer not null,
    case_id bigint not null,
    language text not null,
    kind text,
    kind_p double precision not null,
    topic text,
    topic_p double precision not null,
    office text,
    office_p double precision not null,
    area text,
    area_p double precision not null,
    sure integer not null,
    said_kind text,
    said_topic text,
    said_office text,
    said_area text,
    month integer,
    primary key (agency, case_id)
);

-- How often what was suggested (label) is what people said (truth), by the month (202611) in which they first said so.
-- tenth: of the chance, 0 to 9. Of places label and truth are empty where they agree, truth is '-' where not.
create table suggestion_tallies (
    agency integer not null,
    month integer not null,
    head text not null,
    label text not null,
    truth text not null,
    is_sure integer not null,
    tenth integer not null,
    language text not null,
    n bigint not null,
    primary key (agency, month, head, label, truth, is_sure, tenth, language)
);

-- How many cases people have verified: what there is to learn from.
create table decision_counts (
    agency integer not null primary key,
    n bigint not null
);

-- What became of an agency's own model: each challenger and how it did, and each step back. model: the sum of the
-- bytes in use from then on, empty for the shipped one; rejected: of those that were taken back.
create table model_history (
    agency integer not null,
    id bigint not null,
    at bigint not null,
    what text not null,
    why text not null,
    staff bigint,
    model text not null,
    decisions bigint not null,
    cases bigint not null,
    first_at bigint,
    last_at bigint,
    figures text not null,
    primary key (agency, id)
);

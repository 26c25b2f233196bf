-- What a reporter thinks of how their case was solved, once for each round. The words are sealed with the reporter's key;
-- `quote` is what a person released of them for everybody to read, without a name.
create table ratings (
    agency integer not null,
    id bigint not null,
    case_id bigint not null,
    round integer not null,
    identity bigint,
    office bigint,
    topic text,
    stars integer not null,
    words_sealed text,
    quoting text not null,
    quote text,
    rated_at bigint not null,
    changed_at bigint not null,
    primary key (agency, id)
);
create unique index ratings_by_case on ratings (agency, case_id, round);
create index ratings_by_quoting on ratings (agency, quoting, id);
create index ratings_by_day on ratings (agency, rated_at);

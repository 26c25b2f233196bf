-- What an agency itself says that slang and abbreviations mean. A line is in the list from `since` until the version
-- before `until`; null: it still is. Every version of the list can be had again.
create table own_words (
    agency integer not null,
    slang text not null,
    since integer not null,
    formal text not null,
    until integer,
    primary key (agency, slang, since)
);
create index own_words_now on own_words (agency, slang) where until is null;

create table own_word_versions (
    agency integer not null,
    version integer not null,
    at bigint not null,
    staff bigint,
    added integer not null,
    removed integer not null,
    lines integer not null,
    primary key (agency, version)
);

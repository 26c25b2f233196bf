-- What staff and what the public may find: terms of each case (cases/search.h), nothing else.
create table staff_search (
    agency integer not null,
    id bigint not null,
    terms tsvector not null,
    primary key (agency, id)
);
create index staff_search_by_term on staff_search using gin (terms) with (gin_pending_list_limit = 512);
create table public_search (
    agency integer not null,
    id bigint not null,
    terms tsvector not null,
    primary key (agency, id)
);
create index public_search_by_term on public_search using gin (terms) with (gin_pending_list_limit = 512);

-- How far the cases of an agency are in the index: all from `down_to` on, with terms of that version.
create table search_progress (
    agency integer not null primary key,
    version integer not null,
    down_to bigint not null
);

-- Erasing somebody takes their words out of their items.
create index items_by_identity on items (agency, identity) where identity is not null;

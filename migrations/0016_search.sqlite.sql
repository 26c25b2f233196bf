-- What staff and what the public may find: terms of each case (cases/search.h) under its id, nothing else.
-- Positions and columns are not asked for. Terms are letters, digits, '_' and '-'; bytes above ASCII are letters.
create virtual table staff_search using fts5(terms, detail=none, columnsize=0, tokenize="ascii tokenchars '_-'");
create virtual table public_search using fts5(terms, detail=none, columnsize=0, tokenize="ascii tokenchars '_-'");
insert into staff_search (staff_search, rank) values ('automerge', 8);
insert into public_search (public_search, rank) values ('automerge', 8);

-- Which terms there are, for the beginning of a word.
create virtual table staff_search_vocabulary using fts5vocab(staff_search, 'instance');
create virtual table public_search_vocabulary using fts5vocab(public_search, 'instance');

-- How far the cases of an agency are in the index: all from `down_to` on, with terms of that version.
create table search_progress (
    agency integer not null primary key,
    version integer not null,
    down_to bigint not null
);

-- Erasing somebody takes their words out of their items.
create index items_by_identity on items (agency, identity) where identity is not null;

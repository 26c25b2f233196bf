-- A picture as it may be shown: decoded, metadata dropped, encoded again. `sha256` names the bytes that were sent,
-- `stored` the cleaned picture and `thumb` its small copy in the content-addressed store.
create table media (
    agency integer not null,
    sha256 text not null,
    stored text not null,
    thumb text not null,
    kind text not null,
    width integer not null,
    height integer not null,
    size bigint not null,
    taken_at bigint,
    lat double precision,
    lon double precision,
    created_at bigint not null,
    primary key (agency, sha256)
);
-- Which files on disk are still named, and which uploads differ in their notes only.
create index media_by_stored on media (agency, stored);
create index media_by_thumb on media (agency, thumb);

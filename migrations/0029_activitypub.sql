-- Actors of other servers with their keys, as they were fetched: to prove what they send. `lookup` is a keyed hash of the
-- key's address, the actor is sealed with the agency's key of the vault.
create table activitypub_keys (
    agency integer not null,
    lookup text not null,
    actor_sealed text not null,
    fetched_at bigint not null,
    primary key (agency, lookup)
);
create index activitypub_keys_by_age on activitypub_keys (agency, fetched_at);

-- Who follows our actors; `accepted_at`: their server was told so.
create table activitypub_followers (
    agency integer not null,
    account bigint not null,
    lookup text not null,
    follower_sealed text not null,
    followed_at bigint not null,
    accepted_at bigint,
    primary key (agency, account, lookup)
);

-- Activities of the last days: the same one, sent twice or played again, is taken once.
create table activitypub_taken (
    agency integer not null,
    account bigint not null,
    lookup text not null,
    taken_at bigint not null,
    primary key (agency, account, lookup)
);
create index activitypub_taken_by_age on activitypub_taken (agency, taken_at);

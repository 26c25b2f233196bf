-- Immutable things received. `words_sealed` can be opened only with the author's key; `masked` may be searched.
create table items (
    agency integer not null,
    id bigint not null,
    account bigint not null,
    network_id text not null,
    version integer not null,
    identity bigint,
    conversation bigint,
    case_id bigint,
    visibility text not null,
    url text,
    in_reply_to text,
    root text,
    words_sealed text not null,
    masked text not null,
    kind text not null,
    created_at bigint not null,
    received_at bigint not null,
    deleted_at bigint,
    primary key (agency, id)
);
create unique index items_by_network_id on items (agency, account, network_id);
create index items_by_case on items (agency, case_id, id);

-- What an item said before it was edited.
create table item_versions (
    agency integer not null,
    item bigint not null,
    version integer not null,
    words_sealed text not null,
    masked text not null,
    replaced_at bigint not null,
    primary key (agency, item, version)
);

create table item_media (
    agency integer not null,
    item bigint not null,
    ordinal integer not null,
    sha256 text not null,
    primary key (agency, item, ordinal)
);
create index item_media_by_sha256 on item_media (agency, sha256);

-- Author x root post x account.
create table conversations (
    agency integer not null,
    id bigint not null,
    account bigint not null,
    identity bigint not null,
    root text not null,
    case_id bigint,
    primary key (agency, id)
);
create unique index conversations_by_thread on conversations (agency, account, identity, root);

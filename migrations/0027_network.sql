-- An account that speaks to its network. Tokens are sealed with the agency's key of the vault.
create table connections (
    agency integer not null,
    account bigint not null,
    server text not null,
    own_id text not null,
    handle text not null,
    secrets_sealed text not null,
    facts text not null,
    state text not null,
    problem text,
    connected_at bigint not null,
    checked_at bigint,
    expires_at bigint,
    refresh_at bigint,
    refreshing_until bigint,
    received_at bigint,
    send_failures integer not null,
    send_from bigint not null,
    version integer not null,
    primary key (agency, account)
);

-- What is looked through again and again. Up to `mark` everything is held but what `holes` lists; a look in progress
-- moves `look_at` ahead, so that nobody else begins it.
create table sources (
    agency integer not null,
    account bigint not null,
    name text not null,
    newest_first integer not null,
    is_thread integer not null,
    mark text not null,
    look_at bigint not null,
    looked_at bigint,
    found_at bigint,
    walked_at bigint,
    failures integer not null,
    problem text,
    counted bigint,
    held bigint,
    counted_at bigint,
    primary key (agency, account, name)
);
create index sources_due on sources (agency, look_at);

-- A stretch of a source that is not held: from `cursor` back to `mark`.
create table holes (
    agency integer not null,
    id bigint not null,
    account bigint not null,
    source text not null,
    cursor text not null,
    mark text not null,
    reason text not null,
    state text not null,
    problem text,
    opened_at bigint not null,
    try_at bigint not null,
    tries integer not null,
    found integer not null,
    closed_at bigint,
    primary key (agency, id)
);
create index holes_due on holes (agency, try_at) where state = 'open';
create index holes_of_account on holes (agency, account, id);

-- Everything that was seen in a thread, own answers too: what its count is compared with.
create table seen (
    agency integer not null,
    account bigint not null,
    source text not null,
    network_id text not null,
    is_deleted integer not null,
    primary key (agency, account, source, network_id)
);
create index seen_by_id on seen (agency, account, network_id);

-- The journal of what networks sent by themselves: sealed as it came, and gone once it was read. `stuck`: nobody could
-- read it, or an item in it was refused.
create table pushes (
    agency integer not null,
    id bigint not null,
    account bigint not null,
    body_sealed text not null,
    received_at bigint not null,
    state text not null,
    problem text,
    primary key (agency, id)
);
create index pushes_by_state on pushes (agency, state, id);

-- How much a network still takes from an account, and until when it takes nothing.
create table budgets (
    agency integer not null,
    account bigint not null,
    scope text not null,
    most bigint not null,
    remaining bigint not null,
    resets_at bigint,
    blocked_until bigint,
    primary key (agency, account, scope)
);

-- How a message goes out on a network: whom it answers, what has been done of it, and whether a step that publishes may
-- have happened (`is_publishing` with the message unknown).
create table postings (
    agency integer not null,
    outgoing bigint not null,
    account bigint not null,
    item bigint,
    names_reporter integer not null,
    pictures text not null,
    progress text not null,
    is_publishing integer not null,
    began_at bigint,
    looked integer not null,
    url text,
    primary key (agency, outgoing)
);
create index postings_by_account on postings (agency, account, outgoing);

-- What a person is shown of an account's sources: the threads with the newest words, and how far every feed has been
-- looked through.
create index sources_shown on sources (agency, is_thread, account, (coalesce(found_at, 0)), name);
-- Closed holes stay for the record: what is open is found without them.
create index holes_open on holes (agency, account, id) where state = 'open';

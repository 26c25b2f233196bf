-- What accounts that only listen (feeds) have heard: items that open no case and are answered by nobody.
create table listened (
    agency integer not null,
    item bigint not null,
    account bigint not null,
    primary key (agency, item)
);
create index listened_by_account on listened (agency, account, item);

-- A person was sent to a network's own page to sign in and has not come back yet. `state_hash` is of what the network
-- sends back, `session_hash` of the session it belongs to; `sealed` holds what was entered, and the verifier.
create table sign_ins (
    agency integer not null,
    state_hash text not null,
    account bigint not null,
    staff bigint not null,
    session_hash text not null,
    sealed text not null,
    until bigint not null,
    primary key (agency, state_hash)
);
create index sign_ins_until on sign_ins (agency, until);

-- An author on one network. Name, handle and contact are sealed with the identity's own key; `lookup` is a keyed
-- hash of the network's id.
create table identities (
    agency integer not null,
    id bigint not null,
    citizen bigint,
    network text not null,
    lookup text not null,
    name_sealed text,
    handle_sealed text,
    contact_sealed text,
    created_at bigint not null,
    primary key (agency, id)
);
create unique index identities_by_lookup on identities (agency, network, lookup);

-- Destroying this row erases the person: what is sealed with the key can never be opened again.
create table identity_keys (
    agency integer not null,
    identity bigint not null,
    wrapped text not null,
    primary key (agency, identity)
);

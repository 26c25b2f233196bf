-- Connections that stay open to hear at once that something is new: one of an account, held by one node for a while.
create table streams (
    agency integer not null,
    account bigint not null,
    holder text not null,
    until_at bigint not null,
    opened_at bigint,
    primary key (agency, account)
);

-- Where a bot's conversation with a citizen stands: what was asked and said so far, until it is a report. `lookup` is a
-- keyed hash of the chat, the state is sealed with the agency's key of the vault.
create table telegram_dialogs (
    agency integer not null,
    account bigint not null,
    lookup text not null,
    state_sealed text not null,
    changed_at bigint not null,
    primary key (agency, account, lookup)
);
create index telegram_dialogs_by_age on telegram_dialogs (agency, changed_at);

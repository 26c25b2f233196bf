-- What a mail has that other items lack. `sealed` can be opened only with the author's key: its Message-ID and references,
-- for the answer, and the whole text with what it quoted. `sender` says what our own mail server found out about who sent it.
create table item_mails (
    agency integer not null,
    item bigint not null,
    sender text not null,
    is_automatic integer not null,
    sealed text not null,
    primary key (agency, item)
);

-- Of what was read in a source, how much became no item: mails that programs sent, and our own.
alter table sources add column left_out bigint not null default 0;

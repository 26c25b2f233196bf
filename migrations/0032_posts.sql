-- A post of an account's own (siaran): written once, for one or several accounts. `made_from` is the incident, or the case
-- that stands alone, which it tells of; `form_key` makes a form that is sent twice one post. `rule` and `window_ms` are
-- what was asked of it when it was handed in.
create table posts (
    agency integer not null,
    id bigint not null,
    office bigint not null,
    kind text not null,
    state text not null,
    text text not null,
    place text not null,
    language text not null,
    made_from bigint,
    form_key text,
    written_by bigint,
    rule text not null,
    window_ms bigint not null,
    release_at bigint,
    created_at bigint not null,
    changed_at bigint not null,
    version integer not null,
    primary key (agency, id)
);
create unique index posts_of_matter on posts (agency, made_from) where made_from is not null;
create unique index posts_by_form on posts (agency, form_key) where form_key is not null;
create index posts_by_state on posts (agency, state, id);
create index posts_by_kind on posts (agency, kind, id);

-- Where it goes; `id` is the event that its message tells, so that it is made once.
create table post_targets (
    agency integer not null,
    post bigint not null,
    account bigint not null,
    id bigint not null,
    outgoing bigint,
    primary key (agency, post, account)
);
create index post_targets_by_outgoing on post_targets (agency, outgoing);

create table post_pictures (
    agency integer not null,
    post bigint not null,
    ordinal integer not null,
    sha256 text not null,
    alt text not null,
    primary key (agency, post, ordinal)
);

create index post_pictures_by_content on post_pictures (agency, sha256);

-- Whoever wrote any of its words: none of them approves it.
create table post_authors (
    agency integer not null,
    post bigint not null,
    staff bigint not null,
    primary key (agency, post, staff)
);

-- What an office asks of its posts of a kind; an office without a row asks what the one above it does.
create table post_policies (
    agency integer not null,
    office bigint not null,
    kind text not null,
    rule text not null,
    window_ms bigint not null,
    changed_by bigint not null,
    changed_at bigint not null,
    primary key (agency, office, kind)
);

-- Who may watch what officers report from the field.
create table post_walls (
    agency integer not null,
    audience text not null,
    changed_by bigint not null,
    changed_at bigint not null,
    primary key (agency)
);

-- Descriptions of a posting's pictures, a JSON list; and whether it is to be taken back: "", "wanted", "refused".
alter table postings add column alts text not null default '';
alter table postings add column recall text not null default '';

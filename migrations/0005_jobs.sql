-- Durable queue. `name` is unique per agency among the waiting: the same thing is never queued twice.
create table jobs (
    agency integer not null,
    id bigint not null,
    kind text not null,
    name text not null,
    data text not null,
    state text not null,
    run_at bigint not null,
    attempts integer not null,
    lease_until bigint,
    lease_holder text,
    last_problem text,
    created_at bigint not null,
    primary key (agency, id)
);
create unique index jobs_by_name on jobs (agency, kind, name) where state in ('waiting', 'running');
create index jobs_due on jobs (agency, run_at) where state = 'waiting';
create index jobs_running on jobs (agency, lease_until) where state = 'running';
create index jobs_dead on jobs (agency, id) where state = 'dead';

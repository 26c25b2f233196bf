-- Terms of new cases on their way into staff_search: many of them go there at once, for its unit of work is dear.
create table search_queue (
    agency integer not null,
    id bigint not null,
    terms text not null,
    primary key (agency, id)
);

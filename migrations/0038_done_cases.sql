-- What is done, newest first: a long row of open cases stands before it in cases_by_time.
create index cases_done_by_time on cases (agency, received_at, id) where (standing & 1) = 0;

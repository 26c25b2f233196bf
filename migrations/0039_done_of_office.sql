-- What is done of one office, newest first: its open cases stand before it in cases_by_office.
create index cases_done_by_office on cases (agency, coalesce(office, 0), received_at, id) where (standing & 1) = 0;

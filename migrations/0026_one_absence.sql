-- Who is away stands in absences, for reminders as for sharing work.
alter table staff_duty drop column away_until;

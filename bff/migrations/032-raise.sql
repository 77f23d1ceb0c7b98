-- Appointments at acceptance points: a code that somebody says there, and a day. Nothing tells whose it is.
create table appointments (
  point text not null,
  code text not null,
  day text not null,
  expires_at bigint not null,
  primary key (point, code)
);
create index appointments_by_end on appointments (expires_at);

drop index sessions_remembered;
create index sessions_remembered on sessions (deadline) where device is not null
  and state in ('passed', 'failed', 'in-review', 'declined', 'cancelled', 'expired', 'aborted', 'superseded');

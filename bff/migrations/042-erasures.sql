-- That an account was erased, by the number of its receipt and the day, and by which message the authority is told: that is gone once it has deleted its part.
-- Nothing of it leads to anybody.
create table erasures (
  id text primary key,
  day text not null,
  message_id text,
  expires_at bigint not null
);
create index erasures_by_end on erasures (expires_at);

-- How far the comparison of credentials with the authority has come, and when it goes on.
create table walks (
  name text primary key,
  position text not null,
  next_at bigint not null
);

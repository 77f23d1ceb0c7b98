-- Which process does the work that only one may do at a time.
create table leases (
  name text primary key,
  holder text not null,
  held_until bigint not null
);

-- A result token is signed once and kept with its session, beside the key that signed it.
alter table sessions add column result text;
alter table sessions add column result_kid text;
-- Until when a key's tokens are kept is asked at a start.
create index sessions_by_result_kid on sessions (result_kid, purge_at) where result_kid is not null;

-- The keys of result tokens that are published, and since when without a break; 0: since before anybody could ask for them.
create table result_keys (
  kid text primary key,
  x text not null,
  y text not null,
  published_at bigint not null
);

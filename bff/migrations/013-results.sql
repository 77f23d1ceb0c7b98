-- A result token is signed once and kept with its session, beside the key that signed it.
alter table sessions add column result text;
alter table sessions add column result_kid text;

-- The keys of result tokens that are published, and since when without a break; 0: since before anybody could ask for them.
create table result_keys (
  kid text primary key,
  x text not null,
  y text not null,
  published_at bigint not null
);

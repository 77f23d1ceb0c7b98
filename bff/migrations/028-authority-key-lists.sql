-- The highest version of the authority's key list that any process has seen, under each root that was trusted: it never falls.
create table authority_key_lists (
  root text primary key,
  version bigint not null
);

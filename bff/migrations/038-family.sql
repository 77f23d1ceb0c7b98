-- By what a holder answers for a ward: the authority's terms, and whether the holder is asked each time. Nothing says who either of them is.
create table delegations (
  id text primary key,
  holder_id text not null,
  -- The ward's, which has no device.
  credential text not null,
  relation text not null,
  form text not null,
  scenes text not null,
  asks text not null,
  state text not null,
  since bigint not null,
  ends_at bigint not null,
  -- When the holder is to be told that it ends, or it has ended; null where nothing is due any more.
  due_at bigint,
  purge_at bigint not null
);
create index delegations_by_holder on delegations (holder_id, since, id);
create index delegations_by_credential on delegations (credential);
create index delegations_due on delegations (due_at) where due_at is not null;
create index delegations_by_purge on delegations (purge_at);
-- Codes that a guardian gave away by telephone: as keyed hashes, once. `ahead`: what the guardian has agreed to ahead.
create table ward_codes (
  hash text primary key,
  delegation_id text not null,
  device text not null,
  ahead text,
  expires_at bigint not null
);
create index ward_codes_by_delegation on ward_codes (delegation_id);
create index ward_codes_by_end on ward_codes (expires_at);

-- Who is registered: read at each request, so that a change counts at once in every process. Lists and policies are JSON.
-- Nothing is deleted: what was revoked stays readable.
create table relying_parties (
  id text primary key,
  name text not null,
  scenes text not null,
  -- The last policy of each scene that it no longer has: it comes back no weaker unseen.
  scenes_left text not null,
  encryption_key text,
  quotas text not null,
  watched_since bigint,
  revoked_at bigint,
  reason text,
  registered_at bigint not null,
  version bigint not null
);
create table counters (
  id text primary key,
  rp_id text not null references relying_parties (id),
  quotas text not null,
  -- The statement that ends last, of the keys that still count.
  registration_ends bigint not null,
  revoked_at bigint,
  reason text,
  registered_at bigint not null,
  version bigint not null
);
create index counters_by_rp on counters (rp_id, id);
create index counters_by_end on counters (registration_ends) where revoked_at is null;
-- Each with what the registrar signed about it, and what that says. A point of the curve, told by its x, serves one counter, once and
-- for ever.
create table counter_keys (
  counter_id text not null references counters (id),
  kid text not null,
  x text not null unique,
  y text not null,
  thumbprint text not null,
  registrar text not null,
  statement text not null,
  rp_name text not null,
  counter_name text not null,
  place text not null,
  scenes text not null,
  registration_ends bigint not null,
  not_before bigint not null,
  not_after bigint,
  revoked_at bigint,
  reason text,
  primary key (counter_id, kid)
);
create table counter_origins (
  origin text not null,
  counter_id text not null references counters (id),
  primary key (origin, counter_id)
);
create index counter_origins_by_counter on counter_origins (counter_id);
create table acceptance_points (
  id text primary key,
  rp_id text not null references relying_parties (id),
  name text not null,
  place text not null,
  revoked_at bigint,
  reason text,
  registered_at bigint not null,
  version bigint not null
);
create table terminal_owners (
  id text primary key,
  rp_id text not null references relying_parties (id),
  name text not null,
  revoked_at bigint,
  reason text,
  registered_at bigint not null,
  version bigint not null
);
-- What one operator proposed and another may approve; `proposed` is JSON.
create table proposals (
  id text primary key,
  proposed text not null,
  proposed_by text not null,
  proposed_at bigint not null,
  expires_at bigint not null,
  state text not null,
  decided_by text,
  decided_at bigint
);
create index proposals_by_time on proposals (proposed_at, id);
create index proposals_open on proposals (proposed_by, expires_at) where state = 'open';
-- The roots that the BFF may be configured with, by RFC 7638 thumbprint.
create table trusted_roots (
  thumbprint text primary key,
  since bigint not null
);
-- What every process looks at to end streams and long polls of who may no longer have them.
create table registry_head (one text primary key, head bigint not null);
insert into registry_head (one, head) values ('one', 0);
create table registry_changes (
  seq bigint primary key,
  subject text not null,
  at bigint not null
);
create index registry_changes_by_time on registry_changes (at);
-- Which entries of the chain an operator brought about; empty for the command before there was one.
alter table audit add column operator_id text;
create index audit_by_operator on audit (at, chain, seq) where operator_id is not null;

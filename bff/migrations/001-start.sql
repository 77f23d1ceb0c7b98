-- Runs unchanged on SQLite and PostgreSQL: text, integer and bigint (epoch milliseconds) only.
create table sessions (
  id text primary key,
  state text not null,
  version integer not null,
  counter_id text,
  rp_id text,
  device text,
  code_token text unique,
  body text not null,
  opened_at bigint not null,
  deadline bigint not null,
  purge_at bigint not null
);
create index sessions_by_counter on sessions (counter_id, opened_at);
create index sessions_by_device on sessions (device);
create index sessions_by_deadline on sessions (deadline);
create index sessions_by_purge on sessions (purge_at);

create table idempotency (
  scope text not null,
  key text not null,
  body_hash text not null,
  answer text not null,
  expires_at bigint not null,
  primary key (scope, key)
);
create index idempotency_by_expiry on idempotency (expires_at);

create table holders (
  id text primary key,
  device text not null unique,
  since bigint not null
);

create table credentials (
  holder_id text primary key,
  handle text not null unique,
  level text not null,
  status text not null,
  since bigint not null
);

-- Handles that are void and of which the authority has not heard yet.
create table untold_voids (
  handle text primary key
);

create table audit (
  chain text not null,
  seq integer not null,
  at bigint not null,
  entry text not null,
  hash text not null,
  primary key (chain, seq)
);

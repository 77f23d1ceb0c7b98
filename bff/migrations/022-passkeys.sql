-- How operators come in: links that enrol, passkeys, the challenges of ceremonies under way, commands that wait to be paired. Secrets
-- stand here by their SHA-256 alone.
create table operator_invites (
  hash text primary key,
  operator_id text not null,
  name text not null,
  invited_by text,
  expires_at bigint not null
);
create index operator_invites_by_end on operator_invites (expires_at);
create table passkeys (
  id text primary key,
  operator_id text not null references operators (id),
  name text not null,
  public_key text not null,
  counter bigint not null,
  transports text not null,
  added_at bigint not null,
  used_at bigint
);
create index passkeys_by_operator on passkeys (operator_id);
create table passkey_challenges (
  ceremony text primary key,
  challenge text not null,
  purpose text not null,
  about text not null,
  expires_at bigint not null
);
create index passkey_challenges_by_end on passkey_challenges (expires_at);
create table pairings (
  hash text primary key,
  code text not null unique,
  label text not null,
  network text not null,
  operator_id text references operators (id),
  approved_at bigint,
  expires_at bigint not null
);
create index pairings_by_end on pairings (expires_at);
-- What a token is for; by when it was not used it is over; when its operator was last verified.
alter table operator_tokens add column kind text not null default 'command';
alter table operator_tokens add column label text not null default '';
alter table operator_tokens add column since bigint not null default 0;
alter table operator_tokens add column idle_at bigint;
alter table operator_tokens add column verified_at bigint not null default 0;
-- Who let them in: neither approves what the other proposes as if they were strangers.
alter table operators add column invited_by text;
create index operator_tokens_by_operator on operator_tokens (operator_id);

-- Who works for the operator, and the tokens that their passkeys opened, each by its SHA-256 alone.
create table operators (
  id text primary key,
  name text not null,
  since bigint not null,
  revoked_at bigint
);
create table operator_tokens (
  hash text primary key,
  operator_id text not null references operators (id),
  expires_at bigint not null
);
create index operator_tokens_by_end on operator_tokens (expires_at);

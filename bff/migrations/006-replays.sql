-- One-time ids that were used, as hashes, and how many new ones each scope has had in its present window.
create table replays (
  id text primary key,
  expires_at bigint not null
);
create index replays_by_expiry on replays (expires_at);

create table quotas (
  ends_at bigint not null,
  scope text not null,
  used integer not null,
  primary key (ends_at, scope)
);

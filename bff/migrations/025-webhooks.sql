-- Where RPs are told of their sessions. `due_at`: when something that waits for it may be due at the earliest; null where nothing is,
-- or nothing may be sent. So what is looked at is what is due, however many webhooks and events are stored.
create table webhooks (
  id text primary key,
  rp_id text not null,
  url text not null,
  name text not null,
  events text not null,
  state text not null,
  created_at bigint not null,
  expires_at bigint,
  backlog integer not null,
  missed integer not null,
  due_at bigint,
  rests_until bigint not null,
  struggles integer not null,
  failing_since bigint,
  last_fault text
);
create index webhooks_by_rp on webhooks (rp_id, created_at, id);
create unique index webhooks_by_url on webhooks (rp_id, url) where state <> 'revoked';
create index webhooks_due on webhooks (struggles, due_at) where due_at is not null;
create index webhooks_backlog on webhooks (backlog) where backlog > 0;
create index webhooks_by_end on webhooks (expires_at) where expires_at is not null;

-- What signs, sealed under a key that is not in the database.
create table webhook_secrets (
  id text primary key,
  webhook_id text not null,
  signing text not null,
  sealed text not null,
  public_key text,
  since bigint not null,
  ends_at bigint
);
create index webhook_secrets_by_webhook on webhook_secrets (webhook_id, since, id);
create index webhook_secrets_by_end on webhook_secrets (ends_at) where ends_at is not null;

-- Each event on its way to each webhook, without its content, which is made of the session when it is sent. Within a session `place`
-- tells the order.
create table webhook_deliveries (
  webhook_id text not null,
  event_id text not null,
  type text not null,
  session_id text,
  place integer not null,
  at bigint not null,
  state text not null,
  tries integer not null,
  next_at bigint not null,
  taken integer not null,
  settled_at bigint,
  fault text,
  status integer,
  expires_at bigint not null,
  primary key (webhook_id, event_id)
);
create index webhook_deliveries_due on webhook_deliveries (webhook_id, next_at, at) where state = 'waiting';
create index webhook_deliveries_in_order on webhook_deliveries (webhook_id, session_id, place) where state = 'waiting';
create index webhook_deliveries_by_age on webhook_deliveries (at) where state = 'waiting';
create index webhook_deliveries_taken on webhook_deliveries (taken) where taken = 1;
create index webhook_deliveries_listed on webhook_deliveries (webhook_id, at, event_id);
create index webhook_deliveries_dead on webhook_deliveries (webhook_id, at, event_id) where state = 'dead';
create index webhook_deliveries_by_end on webhook_deliveries (expires_at);

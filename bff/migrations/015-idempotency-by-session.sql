-- Of a creating call it is kept which session it made, and no answer: calls and what they asked stand here as keyed hashes, and go
-- with what links a person to the session.
drop table idempotency;
create table idempotency (
  call text primary key,
  asked text not null,
  session_id text not null,
  made text not null,
  expires_at bigint not null
);
create index idempotency_by_session on idempotency (session_id);
create index idempotency_by_expiry on idempotency (expires_at);

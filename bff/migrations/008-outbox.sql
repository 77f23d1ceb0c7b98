-- What another party must hear of and has not heard yet. Of messages with one key the one that was queued first goes first.
create table outbox (
  id text primary key,
  kind text not null,
  key text not null,
  payload text not null,
  queued_at bigint not null,
  attempts integer not null,
  next_at bigint not null
);
create index outbox_by_key on outbox (key, queued_at);
create index outbox_by_next on outbox (next_at);

insert into outbox (id, kind, key, payload, queued_at, attempts, next_at)
  select handle, 'void-credential', handle, handle, 0, 0, 0 from untold_voids;
drop table untold_voids;

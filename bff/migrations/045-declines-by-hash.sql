-- Who was declined too often that day is known by a keyed hash: an erasure of the account does not lift it. What stood here by the account's
-- own id cannot be hashed here; it goes, a day before its time at most.
alter table meetings add column opener_hash text not null default '';
drop table meeting_declines;
create table meeting_declines (
  id text primary key,
  opener_hash text not null,
  ends_at bigint not null
);
create index meeting_declines_by_opener on meeting_declines (opener_hash);
create index meeting_declines_by_end on meeting_declines (ends_at);

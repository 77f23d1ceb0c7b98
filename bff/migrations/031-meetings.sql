-- Two people who confirm each other: who showed a code, who scanned it, and the check of each. Gone half an hour after the scan at the latest.
create table meetings (
  id text primary key,
  token text not null unique,
  secret text not null,
  opener_holder text not null,
  opener_device text not null,
  opener_session text,
  joiner_device text,
  joiner_session text,
  -- The authority's statement that a private person asks.
  asker text not null,
  opened_at bigint not null,
  deadline bigint not null,
  purge_at bigint not null
);
create index meetings_by_device on meetings (opener_device);
create index meetings_by_purge on meetings (purge_at);
-- Who was scanned, and then declined: once for each meeting, by who showed the code.
create table meeting_declines (
  id text primary key,
  holder text not null,
  ends_at bigint not null
);
create index meeting_declines_by_holder on meeting_declines (holder);
create index meeting_declines_by_end on meeting_declines (ends_at);

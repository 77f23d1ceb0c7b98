-- What a credential may be (`shared/credentials.ts`). `due_at`: when something happens to it by itself, null where nothing does, so that
-- what is looked at is what is due. `origin` is the handle that an application brought, however often the credential was brought along since.
alter table credentials add column state text not null default 'active';
alter table credentials add column reason text;
alter table credentials add column strict_from bigint;
alter table credentials add column card_report_ends bigint;
alter table credentials add column movable_from bigint;
alter table credentials add column movable_until bigint;
alter table credentials add column origin text;
alter table credentials add column due_at bigint;
update credentials set state = case when status = 'live' then 'active' else 'void' end,
  reason = case when status = 'live' then null else 'superseded' end, origin = handle;
alter table credentials drop column status;
create index credentials_due on credentials (due_at) where due_at is not null;

-- The phones that lost their place, for ten days: each may dispute it, once, by a ticket bound to its key.
create table takeovers (
  device text primary key,
  holder_id text not null,
  origin text not null,
  at bigint not null,
  ends_at bigint not null,
  disputed integer not null
);
create index takeovers_by_holder on takeovers (holder_id, ends_at);
create index takeovers_by_end on takeovers (ends_at);

-- What each phone is told of the credential, in its order.
create table notices (
  device text not null,
  seq integer not null,
  kind text not null,
  at bigint not null,
  until_at bigint,
  expires_at bigint not null,
  primary key (device, seq)
);
create index notices_by_end on notices (expires_at);

-- What somebody disputes: no person, no account, no phone. `handle`, what was suspended, goes once it is resolved.
create table disputes (
  id text primary key,
  kind text not null,
  day text not null,
  state text not null,
  handle text,
  resolved_by text,
  resolved_at bigint,
  opened_at bigint not null,
  expires_at bigint not null
);
create index disputes_by_time on disputes (opened_at, id);
create index disputes_by_end on disputes (expires_at);

-- The secure keys of holders' phones (SOTER): which phone's, as a keyed hash, and its counter, which only rises. `holders.secured_by` is
-- that of the phone that is signed in, where it has one.
create table soter_keys (
  holder_id text not null,
  cpu text not null,
  counter bigint not null,
  primary key (holder_id, cpu)
);
alter table holders add column secured_by text;

-- What a phone's secure part is to sign at its login, once.
create table soter_challenges (
  device text primary key,
  challenge text not null,
  expires_at bigint not null
);
create index soter_challenges_by_end on soter_challenges (expires_at);

drop index sessions_remembered;
create index sessions_remembered on sessions (deadline) where device is not null
  and state in ('passed', 'failed', 'declined', 'cancelled', 'expired', 'aborted', 'superseded');

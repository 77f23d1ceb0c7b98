-- A credential ends with the validity of the ID card: when, and when its holder is next reminded of it.
alter table credentials add column ends_at bigint;
alter table credentials add column remind_at bigint;
create index credentials_by_end on credentials (ends_at) where ends_at is not null and state <> 'void';
create index credentials_by_reminder on credentials (remind_at) where remind_at is not null;

-- Holders who want a message of their platform besides the inbox. `subject`: the platform's own id of the person, sealed under a key of this
-- BFF, as long as it is wanted.
create table reminders (
  holder_id text primary key,
  platform text not null,
  subject text not null
);

-- Messages that are to go: of which of the templates, from when on it is tried, and until when.
create table reminder_messages (
  holder_id text primary key,
  template integer not null,
  next_at bigint not null,
  expires_at bigint not null
);
create index reminder_messages_due on reminder_messages (next_at);

-- What holders agreed to, face and voice apart, each as a record of its own (ISO/IEC TS 27560): in which words, and until when.
create table consents (
  id text primary key,
  holder_id text not null,
  subject text not null,
  form text not null,
  -- Who takes the face; the phone for a voice.
  taker text not null,
  text_version text not null,
  language text not null,
  -- Of what is agreed to at a counter the beginning of the day alone: a time would lead to the check.
  given_at bigint not null,
  ended_at bigint,
  ended_by text,
  expires_at bigint
);
create unique index consents_standing on consents (holder_id, subject, form) where ended_at is null;
create index consents_by_holder on consents (holder_id, given_at, id);
create index consents_by_end on consents (expires_at) where expires_at is not null;

-- What is void is forgotten after a while, and found by when that was.
create index credentials_void on credentials (since) where state = 'void';
create index disputes_by_handle on disputes (handle) where handle is not null;

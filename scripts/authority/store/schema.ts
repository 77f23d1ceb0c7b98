/**
 * What the authority keeps. People stand here by keyed hashes, faces and voices by references, with the day of birth for what
 * hangs on age; neither a sample nor a name nor a number is ever written.
 */
export const schema = `
create table if not exists people (
  person text primary key,
  name_check text not null,
  photo_digest text not null,
  photo_reference text,
  born text
);
create table if not exists credentials (
  handle text primary key,
  person text not null,
  level text not null,
  since integer not null,
  has_voice integer not null,
  face_reference text,
  voice_reference text
);
create table if not exists credential_changes (
  seq integer primary key autoincrement,
  handle text not null unique
);
insert into credential_changes (handle) select handle from credentials
  where handle not in (select handle from credential_changes) order by since;
create table if not exists counters (
  id text primary key,
  registrant text not null
);
create table if not exists brand_names (
  skeleton text not null,
  name text not null,
  rp_id text not null,
  primary key (skeleton, name)
);
create table if not exists challenges (
  id text primary key,
  session_id text not null,
  attempt integer not null,
  asked text not null,
  claims text not null,
  expires_at integer not null,
  unique (session_id, attempt)
);
create index if not exists challenges_by_end on challenges (expires_at);
create table if not exists samples (
  challenge_id text not null,
  kind text not null,
  digest text not null,
  awaited text not null,
  primary key (challenge_id, kind)
);
create table if not exists verdicts (
  challenge_id text primary key,
  claims text not null
);
create table if not exists receipts (
  challenge_id text primary key,
  receipts text not null
);
create table if not exists ended_challenges (
  challenge_id text primary key
);
create table if not exists strikes (
  person text not null,
  ceremony text not null,
  failures integer not null,
  locked_until integer not null,
  primary key (person, ceremony)
);
create table if not exists struck_sessions (
  session_id text primary key,
  at integer not null
);
create index if not exists struck_sessions_by_time on struck_sessions (at);
create table if not exists tries (
  person text not null,
  applicant text not null,
  tries integer not null,
  since integer not null,
  passed integer not null,
  primary key (person, applicant)
);
create index if not exists tries_by_window on tries (since) where passed = 0;
create table if not exists seen_faces (
  digest text primary key
);
create table if not exists seen_voices (
  id integer primary key,
  person text not null,
  digests text not null,
  traces text not null
);
create index if not exists seen_voices_by_person on seen_voices (person);
create table if not exists voices (
  recording_digest text primary key,
  reference text not null
);
`;

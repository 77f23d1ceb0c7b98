-- Checks that an OAuth client opened as a device flow (RFC 8628): what was given out for each, as hashes alone.
create table device_codes (
  device_code text primary key,
  -- With the server's key they give the token of the address once more, to who types the user code.
  seed text not null,
  address text not null unique,
  user_code text not null unique,
  session_id text not null,
  counter_id text not null,
  expires_at bigint not null,
  -- Seconds that the client has to wait between two questions; when it asked last, and whether that was too soon.
  pause integer not null,
  asked_at bigint not null,
  hurried integer not null,
  used_at bigint,
  purge_at bigint not null
);
create index device_codes_by_purge on device_codes (purge_at);

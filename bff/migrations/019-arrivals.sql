-- Phones that scanned and cannot claim yet: by the hash of the ticket that each was given, until the check ends.
create table arrivals (
  ticket text primary key,
  -- With the server's key it gives the ticket once more, to the same device.
  seed text not null,
  session_id text not null,
  -- The thumbprint of the one device key that may use it; none until its first call.
  device text,
  expires_at bigint not null
);
create index arrivals_by_session on arrivals (session_id, device);
create index arrivals_by_device on arrivals (device) where device is not null;
create index arrivals_by_expiry on arrivals (expires_at);

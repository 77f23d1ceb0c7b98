-- Sign-in by SMS. Of numbers, codes, devices and network addresses there are keyed hashes only.
create table sms_codes (
  number text not null,
  device text not null,
  code text not null,
  guesses integer not null,
  expires_at bigint not null,
  primary key (number, device)
);
create index sms_codes_by_expiry on sms_codes (expires_at);

-- What was sent within the last hour, to be counted.
create table sms_sent (
  id text primary key,
  number text not null,
  device text not null,
  source text not null,
  sent_at bigint not null
);
create index sms_sent_by_number on sms_sent (number, sent_at);
create index sms_sent_by_device on sms_sent (device, sent_at);
create index sms_sent_by_source on sms_sent (source, sent_at);
create index sms_sent_by_time on sms_sent (sent_at);

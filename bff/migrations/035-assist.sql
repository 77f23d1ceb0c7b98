-- How often and how long checks went without a face, by relying party and month: nothing of who, when, where or how they ended.
create table assist_sums (
  rp_id text not null,
  month text not null,
  checks bigint not null,
  seconds bigint not null,
  purge_at bigint not null,
  primary key (rp_id, month)
);
create index assist_sums_by_month on assist_sums (month desc, rp_id);
create index assist_sums_by_end on assist_sums (purge_at);

-- Whether a check was opened as a device flow: every claim of it is late.
create index device_codes_by_session on device_codes (session_id);

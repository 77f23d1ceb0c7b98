-- What holders keep of their checks, sealed by the authority to their phones: nothing here says whose it is, or of which session.
-- Without rowids, or the rows would be numbered in the order in which sessions ended.
create table receipts (
  locator text primary key,
  sealed text not null,
  leaf text not null,
  -- The date in China, yyyy-mm-dd.
  day text not null
) without rowid;
create index receipts_by_day on receipts (day);
-- Which report forms were used: for as long as one is taken, and without what was reported.
create table spent_reports (
  nullifier text primary key,
  day text not null
) without rowid;
create index spent_reports_by_day on spent_reports (day);
-- How often holders reported that more was wanted than the check, of each relying party and day of the checks.
create table report_sums (
  rp_id text not null,
  day text not null,
  reports integer not null,
  card integer not null,
  copy integer not null,
  face integer not null,
  other integer not null,
  primary key (rp_id, day)
);
create index report_sums_by_day on report_sums (day);

-- Of each subject of a quota, which is a hash, when its bucket is full again: then the row is forgotten.
create table buckets (
  subject text primary key,
  full_at bigint not null
);
create index buckets_by_time on buckets (full_at);
drop table quotas;
drop table sms_counts;
alter table holders drop column faces_begun;
alter table holders drop column faces_since;

-- Live sessions are counted and ended apart from all that are stored.
alter table sessions add column rp_id text;
create index sessions_live_by_counter on sessions (counter_id, deadline) where state in ('open', 'claimed', 'challenged', 'deciding');
create index sessions_live_by_rp on sessions (rp_id, deadline) where state in ('open', 'claimed', 'challenged', 'deciding');
create index sessions_live_by_device on sessions (device, deadline) where state in ('open', 'claimed', 'challenged', 'deciding');
create index sessions_due on sessions (deadline, rp_id, id) where state in ('open', 'claimed', 'challenged', 'deciding');
-- Ended sessions that still name the phone which took part.
create index sessions_remembered on sessions (deadline) where device is not null and state in ('passed', 'failed', 'declined', 'cancelled', 'expired', 'aborted');
drop index sessions_by_deadline;

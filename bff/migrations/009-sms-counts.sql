-- When messages went out within the last hour, by number, by device and by source: one row each, changed by compare-and-set.
create table sms_counts (
  subject text primary key,
  sent_at text not null,
  forget_at bigint not null
);
create index sms_counts_by_time on sms_counts (forget_at);

insert into sms_counts (subject, sent_at, forget_at)
  select number, string_agg(cast(sent_at as text), ' '), max(sent_at) + 3600000 from sms_sent where number <> '' group by number
  union all
  select device, string_agg(cast(sent_at as text), ' '), max(sent_at) + 3600000 from sms_sent group by device
  union all
  select source, string_agg(cast(sent_at as text), ' '), max(sent_at) + 3600000 from sms_sent group by source;
drop table sms_sent;

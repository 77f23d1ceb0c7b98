-- The sessions of each counter in the order in which what it is shown of them changed. The head of a feed only rises, whatever is
-- deleted; who raises it holds its row until the commit, so that no place appears below one that was already read.
create table counter_feeds (
  counter_id text primary key,
  head bigint not null
);
alter table sessions add column feed bigint;

update sessions set feed = placed.place
  from (
    select id, row_number() over (partition by counter_id order by opened_at, id) as place
    from sessions where counter_id is not null
  ) placed
  where placed.id = sessions.id;
insert into counter_feeds (counter_id, head)
  select counter_id, max(feed) from sessions where counter_id is not null group by counter_id;
create unique index sessions_by_feed on sessions (counter_id, feed);
-- Lists of a counter's sessions are read by the feed now.
drop index sessions_by_counter;

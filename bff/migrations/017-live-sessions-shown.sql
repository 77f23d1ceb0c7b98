-- A chain has thousands of live sessions: they are counted, and how long to wait is found, by this index alone.
drop index sessions_live_by_rp;
create index sessions_live_by_rp on sessions (rp_id, deadline, state, opened_at) where state in ('open', 'claimed', 'challenged', 'deciding');

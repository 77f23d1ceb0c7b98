-- Sessions are kept for a day, and each state of them has its own fields now: those of the form before are let go.
delete from sessions;
alter table sessions drop column rp_id;

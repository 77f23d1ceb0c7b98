-- Verdicts are asked for each second for all sessions that are being decided: a few among all that are kept for a day.
create index sessions_deciding on sessions (state) where state = 'deciding';

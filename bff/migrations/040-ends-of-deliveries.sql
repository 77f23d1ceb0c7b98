-- How the session of an event ended: all that is told where the session is forgotten before the event is taken.
alter table webhook_deliveries add column ended_as text;

-- Since when a guardian who asked for that only hears of checks, in the place of being asked; null where it was so from the beginning.
alter table delegations add column tell_from bigint;

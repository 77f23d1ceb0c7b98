-- Since when the raise of a credential waits for another officer: its holder is told what comes of it.
alter table credentials add column in_review bigint;

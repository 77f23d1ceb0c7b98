-- What comes with a notice of a check by card: its receipt, sealed to the phone that is told, of one length and without its leaf.
alter table notices add column sealed text;

-- What is told of the sums: as they stood when the last step was full, so that one more changes nothing. What was told of the mean before
-- stays what it was until the next step.
alter table assist_sums add column told_checks bigint not null default 0;
alter table assist_sums add column told_seconds bigint not null default 0;
update assist_sums set told_checks = checks - checks % 5, told_seconds = seconds * (checks - checks % 5) / checks;

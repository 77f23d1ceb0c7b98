-- How often a holder had a platform asked to take a face since the time beside it: each time costs the operator.
alter table holders add column faces_begun integer not null default 0;
alter table holders add column faces_since bigint not null default 0;

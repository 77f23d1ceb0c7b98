-- When this database was restored from a copy: what was used after the copy was taken, and before then, is not known to it.
create table restores (
  at bigint primary key,
  taken_at bigint not null
);

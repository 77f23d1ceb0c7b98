-- The last entry of each chain that no later chain names, so that a start need not look through all entries.
create table audit_heads (
  chain text primary key,
  seq integer not null,
  hash text not null
);

with starts as materialized (select entry from audit where seq = 1)
insert into audit_heads (chain, seq, hash)
  select a.chain, a.seq, a.hash
  from (select chain, max(seq) as seq from audit group by chain) e
  join audit a on a.chain = e.chain and a.seq = e.seq
  where not exists (select 1 from starts where starts.entry like '%' || a.hash || '%');

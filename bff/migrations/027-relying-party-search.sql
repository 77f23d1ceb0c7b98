-- What a relying party is found by: its id and its name from each word on, in small letters and one space where something else stood.
create table relying_party_terms (
  rp_id text not null references relying_parties (id),
  term text not null,
  primary key (rp_id, term)
);
create index relying_party_terms_by_term on relying_party_terms (term, rp_id);
-- Of what is there already letters beyond ASCII stay as they are: such a name is found by its id too, and by each way once it is renamed.
insert into relying_party_terms (rp_id, term)
with recursive
  cleaned (id, rest, clean) as (
    select id, lower(id), '' from relying_parties
    union all
    select id, lower(name), '' from relying_parties
    union all
    select id, substr(rest, 2), case
        when substr(rest, 1, 1) between 'a' and 'z' or substr(rest, 1, 1) between '0' and '9' or substr(rest, 1, 1) > '~'
          then clean || substr(rest, 1, 1)
        when clean = '' or substr(clean, length(clean)) = ' ' then clean
        else clean || ' '
      end
      from cleaned where rest <> ''
  ),
  cut (id, before, rest) as (
    select id, ' ', trim(clean) from cleaned where rest = ''
    union all
    select id, substr(rest, 1, 1), substr(rest, 2) from cut where rest <> ''
  )
select distinct id, rest from cut where before = ' ' and rest <> '';
-- Lists of one relying party.
create index acceptance_points_by_rp on acceptance_points (rp_id, id);
create index terminal_owners_by_rp on terminal_owners (rp_id, id);

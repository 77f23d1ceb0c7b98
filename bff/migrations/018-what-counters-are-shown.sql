-- What a counter is shown is counted with each session, and a claim says how its code was scanned.
update sessions set body = '{"shown":' || case when state = 'open' then '1' when state in ('claimed', 'challenged', 'deciding') then '2' else '3' end
  || ',' || substr(body, 2) where body like '{"%';
update sessions set body = replace(body, '"shows":"credential"', '"shows":"credential","scanned":"fresh"')
  where state in ('claimed', 'challenged', 'deciding');

-- A session says when its counter word is demanded: as where nobody chose.
update sessions set body = replace(body, '"request":{', '"request":{"word":"always",') where body like '%"level":"strict"%';
update sessions set body = replace(body, '"request":{', '"request":{"word":"late",') where body not like '%"level":"strict"%';

import { fileURLToPath } from 'node:url';
import { cardReaderPath } from '../../../shared/sample/card-reader.ts';
import { readCards } from '../../authority/register/read-cards.ts';
import { serveListener } from '../../program/program.ts';

// A card reader of the sandbox, as the helper of a real one answers on the officer's own machine. Cards are laid on it by hand at its page, or
// by PUT /card/<id>; DELETE /card takes it away.

const { cards } = readCards(fileURLToPath(new URL('../../people/cards.json', import.meta.url)));
let lying: string | undefined;

serveListener(() => (request, response) => {
  const { pathname } = new URL(request.url ?? '/', 'http://reader');
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-methods', 'GET, PUT, DELETE');
  if (request.method === 'OPTIONS') return void response.writeHead(204).end();
  if (pathname.startsWith(`${cardReaderPath}/`) && (request.method === 'PUT' || request.method === 'POST')) {
    const id = pathname.slice(cardReaderPath.length + 1);
    if (!cards.some((each) => each.id === id)) return void response.writeHead(404).end();
    lying = id;
    return void (request.method === 'PUT'
      ? response.writeHead(204).end()
      : response.writeHead(303, { location: '/' }).end());
  }
  if (pathname === cardReaderPath && request.method === 'DELETE') {
    lying = undefined;
    return void response.writeHead(204).end();
  }
  if (pathname === cardReaderPath) {
    const found = cards.find(({ id }) => id === lying);
    if (found === undefined) return void response.writeHead(204).end();
    return void response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify(found.card));
  }
  if (pathname !== '/') return void response.writeHead(404).end();
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page());
});

function page(): string {
  const rows = cards.map(({ id, card }) => {
    const mark = id === lying ? '✓' : '';
    return `<form method="post" action="${cardReaderPath}/${id}"><button>${id} ${card.name}</button> ${mark}</form>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>Card reader</title><h1>演示读卡器 Card reader</h1>
<p>点一下，就把这张演示身份证放上读卡器。Press one to lay that sandbox card on the reader.</p>${rows.join('\n')}`;
}

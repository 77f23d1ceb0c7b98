import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { PageTokenAnswer } from '../../../shared/contract/access/page-token.ts';
import { callJson } from '../call-json.ts';
import { fetchToken } from '../counter/fetch-token.ts';
import type { CounterSettings } from '../counter/read-counter.ts';
import { pageHtml, pageIcon, pageScript, pageStyle } from './page-files.ts';

/** The web server of a relying party: its own page with `<liangzheng-counter>` in it, under a policy as strict as it can be. */
export interface EmbeddingPage {
  /** Its origin, with which the counter has to be registered. */
  origin: string;
  /** What the page reported as ended: its server would verify the result tokens. */
  ended: readonly unknown[];
  close(): Promise<void>;
}

/** What the file of the element says of itself. */
const EmbeddedFile = Type.Object({ src: Type.String(), integrity: Type.String() });
const bodyMost = 64 * 1024;

/** @param settings of the counter: its key stays in this process @param port 0: any free one */
export async function startEmbeddingPage(settings: CounterSettings, port = 0): Promise<EmbeddingPage> {
  const { bffUrl } = settings;
  const { src, integrity } = await callJson({ url: `${bffUrl}/embed/liangzheng-counter.json` }, EmbeddedFile);
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${bffUrl}`,
    `connect-src 'self' ${bffUrl}`,
    "style-src 'self'",
    "img-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  const ended: unknown[] = [];
  let origin = '';

  const send = (response: ServerResponse, type: string, text: string) =>
    response
      .writeHead(200, {
        'content-type': `${type}; charset=utf-8`,
        'content-security-policy': policy,
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
      .end(text);

  async function givePageToken(response: ServerResponse): Promise<void> {
    const { token } = await fetchToken(settings);
    const answer = await fetch(`${bffUrl}/counter/v1/page-tokens`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ origin }),
    });
    const said: unknown = await answer.json();
    if (!Value.Check(PageTokenAnswer, said)) throw new Error(`no page token: ${JSON.stringify(said)}`);
    send(response, 'application/json', JSON.stringify(said));
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    switch (`${request.method} ${request.url}`) {
      case 'GET /':
        return void send(response, 'text/html', pageHtml(bffUrl, integrity, src));
      case 'GET /desk.css':
        return void send(response, 'text/css', pageStyle);
      case 'GET /desk.js':
        return void send(response, 'text/javascript', pageScript);
      case 'GET /icon.svg':
        return void send(response, 'image/svg+xml', pageIcon);
      // A real server asks first who sits at the desk: by the session of its own sign-in.
      case 'POST /page-token':
        return await givePageToken(response);
      case 'POST /ended':
        ended.push(JSON.parse(await readBody(request)));
        return void response.writeHead(204).end();
      default:
        response.writeHead(404).end();
    }
  }

  const server = createServer((request, response) => {
    // Its counter was revoked, say: the element goes on asking, and says so to the clerk.
    answer(request, response).catch(() => response.writeHead(502).end());
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : port}`;
  return {
    origin,
    ended,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request.setEncoding('utf8')) {
    text += String(part);
    if (text.length > bodyMost) throw new RangeError('too long');
  }
  return text;
}

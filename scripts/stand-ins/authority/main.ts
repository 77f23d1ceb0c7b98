// The world around the measured servers, in a process of its own so that none of its CPU is counted: the authority, WeChat's
// login, and a place that takes any upload.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Value } from 'typebox/value';
import { AuthorityChallengeBody } from '../../../shared/contract/authority/03-challenge.ts';
import { StandingBody } from '../../../shared/contract/authority/credentials.ts';
import { requireEnv, serveListener } from '../../program/program.ts';
import { makeSigningKey } from './signing-key.ts';
import { stubAuthority } from './stub-authority.ts';

let thinking = 0;
/** When each verdict was handed to the network: session id and epoch milliseconds. */
let sent: [string, number][] = [];
const authority = stubAuthority({
  bffId: requireEnv('BENCH_BFF_ID'),
  root: makeSigningKey(JSON.parse(requireEnv('BENCH_ROOT'))),
  thinking: () => thinking,
});

process.on('message', (message) => {
  if (message === 'sent') {
    process.send?.(sent);
    sent = [];
  }
  if (typeof message === 'string' && message.startsWith('think ')) {
    thinking = Number(message.slice('think '.length));
    process.send?.(thinking);
  }
});
process.channel?.unref();

serveListener(() => (request, response) => {
  answer(request, response).catch(() => response.destroy());
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://stub');
  const [, version, noun, id = '', what, kind = ''] = url.pathname.split('/');
  if (url.pathname === '/sink') {
    await readAll(request);
    return json(response, 202, { awaited: [] });
  }
  if (url.pathname === '/sns/jscode2session') {
    // A code counts once; who it stands for is what comes before the #.
    const [person = ''] = (url.searchParams.get('js_code') ?? '').split('#');
    return json(response, 200, { openid: `bench-${person}` });
  }
  if (version !== 'v1') return json(response, 404, {});
  if (noun === 'keys') return json(response, 200, { keyList: authority.keyList });
  if (noun === 'credentials') return await answerCredentials(request, response);
  if (noun !== 'challenges') return json(response, 404, {});

  if (id === '') {
    const asked: unknown = JSON.parse((await readAll(request)).toString());
    if (!Value.Check(AuthorityChallengeBody, asked)) return json(response, 422, {});
    return json(response, 201, authority.issueChallenge(asked));
  }
  if (what === 'samples') {
    await readAll(request);
    const awaited = authority.takeSample(id, kind);
    return awaited === undefined ? json(response, 404, {}) : json(response, 202, { awaited });
  }
  if (what === 'end') {
    response.writeHead(204).end();
    return;
  }
  const decision = await authority.awaitVerdict(id);
  if (decision === undefined) return json(response, 404, {});
  sent.push([decision.sessionId, performance.timeOrigin + performance.now()]);
  json(response, 200, { verdict: decision.verdict });
}

/** Whatever the BFF has is live, and nothing has changed. */
async function answerCredentials(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.method === 'GET') return json(response, 200, { credentials: [], cursor: '0', more: false });
  const asked: unknown = JSON.parse((await readAll(request)).toString());
  if (!Value.Check(StandingBody, asked)) return json(response, 422, {});
  json(response, 200, { live: asked.handles });
}

async function readAll(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts);
}

function json(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

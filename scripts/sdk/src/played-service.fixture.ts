import { exportJWK, generateKeyPair } from 'jose';
import { type Counter, connect } from './connect.ts';
import type { Problem } from './refused.ts';

const issuer = 'https://id.example';
export const view = {
  ...{ sessionId: 'ses_a', state: 'open', version: 1, scene: 'hotel', level: 'basic', openedAt: Date.now() },
};
const session = {
  ...{ ...view, rpId: 'rp_a', counterId: 'cnt_a', purpose: 'check-in', codeBaseUrl: issuer },
  ...{ token: 'token', secret: 'c2VjcmV0', serverTime: Date.now(), expiresAt: Date.now() + 180_000 },
};
const { privateKey } = await generateKeyPair('ES256', { extractable: true });
const key = await exportJWK(privateKey);

export const places = {
  open: 'POST /counter/v1/sessions',
  read: 'GET /counter/v1/sessions/ses_a',
  events: 'GET /counter/v1/events',
} as const;
export type Place = (typeof places)[keyof typeof places];

const dated = (): HeadersInit => ({ date: new Date().toUTCString() });

/** A stream of these events, which stands until whoever reads leaves. */
export function stream(...views: readonly object[]): Response {
  const text = views
    .map((each, at) => `id: ${at}\nevent: session\ndata: ${JSON.stringify(each)}\n\n`)
    .join('');
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(`:\n\n${text}`)),
  });
  return new Response(body, { headers: dated() });
}

/** A check is opened. */
export const opened = (): Response => Response.json(session, { headers: dated() });

/** What the service says where a quota is used up, with when to come back. */
export function usedUp(seconds: number, headers: HeadersInit = dated()): Response {
  const problem: Problem = {
    ...{
      type: 'urn:liangzheng:problem:too-many-requests',
      title: 'Too many',
      detail: 'Too many',
      status: 429,
    },
    ...{ code: 'too-many-requests', retryable: true, action: 'retry-later', traceId: 'a'.repeat(32) },
  };
  return Response.json(problem, { status: 429, headers: { ...headers, 'retry-after': String(seconds) } });
}

/** As a proxy says it before which the service is being replaced. */
export const away = (retryAfter: string): Response =>
  new Response('<h1>Back soon</h1>', { status: 503, headers: { 'retry-after': retryAfter } });

export interface Played {
  counter: Counter;
  /** When each place was asked, milliseconds of a clock that nobody sets. */
  askedAt(place: Place): readonly number[];
}

/** A counter at a service that answers so: each answer of a place once, and the last one from then on. */
export async function playService(
  answers: Partial<Record<Place, (() => Response | Promise<Response>)[]>>,
): Promise<Played> {
  const asked: { place: string; at: number }[] = [];
  const usual: Record<string, () => Response | Promise<Response>> = {
    'GET /.well-known/oauth-authorization-server': () =>
      Response.json({ issuer, token_endpoint: `${issuer}/oauth/token`, jwks_uri: `${issuer}/jwks` }),
    'POST /oauth/token': () => Response.json({ access_token: 'a.b.c', expires_in: 600 }),
    [places.open]: opened,
    [places.read]: () => Response.json(view, { headers: dated() }),
    [places.events]: () => stream(),
  };
  const counter = await connect({
    ...{ issuer, rpId: 'rp_a', counterId: 'cnt_a', key },
    async fetch(input, init) {
      init?.signal?.throwIfAborted();
      const place = `${init?.method} ${new URL(String(input)).pathname}`;
      const told = asked.filter((each) => each.place === place).length;
      asked.push({ place, at: performance.now() });
      const own = Object.entries(answers).find(([name]) => name === place)?.[1] ?? [];
      const answer = own[told] ?? own.at(-1) ?? usual[place];
      if (answer === undefined) throw new Error(`nothing at ${place}`);
      return answer();
    },
  });
  return { counter, askedAt: (place) => asked.filter((each) => each.place === place).map(({ at }) => at) };
}

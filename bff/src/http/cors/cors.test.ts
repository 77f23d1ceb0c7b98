import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hotel, office } from '../../ports/ports.fixture.ts';
import { codeOf, issuer, type TestServer, testServer } from '../server.fixture.ts';

const desk = 'https://desk.hotel.example';
const window = 'https://window.office.example';
let world: TestServer;
let token: string;
beforeAll(async () => {
  world = await testServer({ origins: { [hotel.counterId]: [desk], [office.counterId]: [window] } });
  token = await world.counterToken();
});
afterAll(async () => {
  await world.server.close();
  await world.ports.db.close();
});

const sessions = '/counter/v1/sessions';
const preflight = (path: string, origin: string, method = 'POST') =>
  fetch(world.url + path, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': method,
      'access-control-request-headers': 'authorization,content-type,idempotency-key',
    },
  });
const list = (origin: string) =>
  fetch(world.url + sessions, { headers: { authorization: `Bearer ${token}`, origin } });
const allowed = ({ headers }: Response) => headers.get('access-control-allow-origin');
const words = (header: string | null) => (header ?? '').toLowerCase().split(', ');

describe('a public document', () => {
  it.each(['/.well-known/jwks.json', '/.well-known/oauth-authorization-server', '/openapi.json', '/about'])(
    '%s may be read by every page',
    async (path) => {
      const answer = await fetch(world.url + path, { headers: { origin: 'https://any.example' } });
      expect([answer.status, allowed(answer)]).toEqual([200, '*']);
      expect(words(answer.headers.get('access-control-expose-headers'))).toContain('etag');
      const asked = await preflight(path, 'https://any.example', 'GET');
      expect([asked.status, allowed(asked)]).toEqual([204, '*']);
      expect(words(asked.headers.get('access-control-allow-headers'))).toContain('if-none-match');
    },
  );
});

describe('a page of an origin that its counter is registered with', () => {
  it('may ask, with the headers that the counter API takes and no cookies', async () => {
    const { status, headers } = await preflight(sessions, desk);
    expect(status).toBe(204);
    expect(headers.get('access-control-allow-origin')).toBe(desk);
    expect(words(headers.get('access-control-allow-methods'))).toEqual(['get', 'head', 'options', 'post']);
    expect(words(headers.get('access-control-allow-headers'))).toEqual(
      expect.arrayContaining([
        ...['authorization', 'content-type', 'idempotency-key', 'traceparent', 'last-event-id'],
      ]),
    );
    expect(headers.get('access-control-max-age')).toBe('600');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
    expect(headers.get('vary')).toBe('origin');
  });

  it('may read what it is answered, refusals and streams too, with the headers that programs need', async () => {
    const answer = await list(desk);
    expect([answer.status, allowed(answer), answer.headers.get('vary')]).toEqual([200, desk, 'origin']);
    expect(words(answer.headers.get('access-control-expose-headers'))).toEqual(
      expect.arrayContaining([
        ...['location', 'ratelimit', 'ratelimit-policy', 'retry-after', 'idempotent-replayed'],
        ...['x-request-id', 'etag', 'date'],
      ]),
    );
    const refused = await fetch(world.url + sessions, { headers: { origin: desk } });
    expect([refused.status, allowed(refused)]).toEqual([401, desk]);
    expect(refused.headers.get('vary')).toBe('origin, accept-language');
    const stream = await fetch(`${world.url}/counter/v1/events`, {
      headers: { authorization: `Bearer ${token}`, origin: desk, accept: 'text/event-stream' },
    });
    expect([stream.status, allowed(stream)]).toEqual([200, desk]);
    await stream.body?.cancel();
  });

  it('may fetch the token', async () => {
    const ask = async (origin: string) => {
      const body = new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await world.assertion(),
      });
      return fetch(`${world.url}/oauth/token`, { method: 'POST', body, headers: { origin } });
    };
    const own = await ask(desk);
    expect([own.status, allowed(own)]).toEqual([200, desk]);
    const another = await ask(window);
    expect(await codeOf(another.clone())).toBe('origin-not-allowed');
    expect(await another.text()).not.toContain('access_token');
    expect((await ask('https://evil.example')).status).toBe(403);
  });
});

describe('a page of any other origin', () => {
  it.each([
    ['unknown', 'https://evil.example'],
    ['without a name', 'null'],
    ['of another scheme', 'http://desk.hotel.example'],
    ['of another port', `${desk}:8443`],
    ['with the name as a prefix', `${desk}.evil.example`],
    ['with the name as a suffix', 'https://evil-desk.hotel.example'],
    ['above it', 'https://hotel.example'],
    ['in capitals', desk.toUpperCase()],
    ['with a path', `${desk}/`],
    ['and two of them', `${desk} ${desk}`],
  ])('%s is named nowhere, and refused with a genuine token', async (_what, origin) => {
    const asked = await preflight(sessions, origin);
    expect([asked.status, allowed(asked)]).toEqual([204, null]);
    expect(asked.headers.get('access-control-allow-headers')).toBeNull();
    const answer = await list(origin);
    expect([answer.status, allowed(answer)]).toEqual([403, null]);
    expect(await codeOf(answer)).toBe('origin-not-allowed');
  });

  it('is refused where another counter is registered with it', async () => {
    expect(allowed(await preflight(sessions, window))).toBe(window);
    expect(await codeOf(await list(window))).toBe('origin-not-allowed');
  });

  it('is named by no answer of the phone’s API, of the operator’s, or of a page', async () => {
    for (const path of ['/holder/v1/credential', '/operator/v1/rps', '/health/live', '/metrics', '/q/x']) {
      expect(allowed(await fetch(world.url + path, { headers: { origin: desk } }))).toBeNull();
      expect(allowed(await preflight(path, desk))).toBeNull();
    }
  });
});

it('a page of the server’s own asks as any program does', async () => {
  expect((await list(issuer)).status).toBe(200);
});

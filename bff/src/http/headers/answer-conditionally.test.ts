import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../server.fixture.ts';

let world: TestServer;
beforeAll(async () => {
  world = await testServer();
});
afterAll(async () => {
  await world.server.close();
  await world.ports.db.close();
});
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(world.url + path, { headers, method });

describe('a document that may be kept', () => {
  it.each(['/.well-known/jwks.json', '/.well-known/oauth-authorization-server', '/openapi.json', '/about'])(
    '%s has a strong ETag, and is not sent to who has it',
    async (path) => {
      const first = await get(path);
      const etag = first.headers.get('etag') ?? '';
      expect(etag).toMatch(/^"[\w-]{22}"$/);
      for (const method of ['GET', 'HEAD'])
        for (const has of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
          const again = await get(path, { 'if-none-match': has }, method);
          expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
          expect(again.headers.get('cache-control')).toBe('public, max-age=300');
          expect(again.headers.get('content-type')).toBeNull();
        }
      for (const has of ['"other"', 'other', etag.replaceAll('"', '')]) {
        const other = await get(path, { 'if-none-match': has });
        expect([other.status, await other.text()]).toEqual([200, await first.clone().text()]);
      }
    },
  );
});

describe('a session that a counter reads', () => {
  it('has its version as a weak ETag, and is not sent again until it has changed', async () => {
    const authorization = `Bearer ${await world.counterToken()}`;
    const post = (path: string, body: object) =>
      fetch(world.url + path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: {
          ...{ authorization, 'content-type': 'application/json' },
          'idempotency-key': `"${crypto.randomUUID()}"`,
        },
      });
    const opened = await post('/counter/v1/sessions', { scene: 'hotel', purpose: 'check-in' });
    const place = opened.headers.get('location') ?? '';
    const { sessionId } = Object(await opened.json());
    expect(place).toBe(`/counter/v1/sessions/${sessionId}`);

    const first = await get(place, { authorization });
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toBe(`W/"${Object(await first.json()).version}"`);
    const same = await get(place, { authorization, 'if-none-match': etag });
    expect([same.status, await same.text(), same.headers.get('cache-control')]).toEqual([
      304,
      '',
      'no-store',
    ]);
    expect(same.headers.get('ratelimit')).not.toBeNull();

    await post(`${place}/end`, { reason: 'abandoned' });
    const changed = await get(place, { authorization, 'if-none-match': etag });
    expect([changed.status, Object(await changed.json()).state]).toEqual([200, 'cancelled']);
    expect(changed.headers.get('etag')).not.toBe(etag);
  });

  it('tells no version to who may not read it', async () => {
    const answer = await get('/counter/v1/sessions/ses_0000000000000000000000', { 'if-none-match': '*' });
    expect([answer.status, answer.headers.get('etag')]).toEqual([401, null]);
  });
});

it('what is said to a person differs by language, and says so', async () => {
  expect((await get('/nowhere')).headers.get('vary')).toBe('accept-language');
  const form = await fetch(`${world.url}/oauth/token`, { method: 'POST', body: new URLSearchParams() });
  expect(form.headers.get('vary')).toBe('origin, accept-language, accept');
});

import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const evil = 'evil.example';
const poison = {
  'x-forwarded-host': evil,
  'x-forwarded-proto': 'http',
  'x-forwarded-prefix': `/${evil}`,
  'x-original-url': `/${evil}`,
  'x-rewrite-url': `/${evil}`,
  'x-host': evil,
  forwarded: `host=${evil}`,
  origin: `https://${evil}`,
  'accept-language': evil,
  accept: `text/${evil}`,
};
const anew = /^(date|x-request-id|traceparent|keep-alive|connection)$/;

it.each(['/.well-known/jwks.json', '/.well-known/oauth-authorization-server', '/openapi.json', '/about'])(
  'no header that a cache does not key by changes what it keeps of %s',
  async (path) => {
    const read = async (headers: Record<string, string>) => {
      const answer = await fetch(world.url + path, { headers });
      return { headers: [...answer.headers].filter(([name]) => !anew.test(name)), body: await answer.text() };
    };
    const clean = await read({});
    expect(await read(poison)).toEqual(clean);
    expect(JSON.stringify(clean)).not.toContain(evil);
    expect(clean.headers).toContainEqual(['cache-control', 'public, max-age=300']);
  },
);

it('what is answered to one caller, or is a refusal, is kept by no cache, and names what it differs by', async () => {
  const refused = await fetch(`${world.url}/.well-known/nothing`, { headers: poison });
  expect(refused.headers.get('cache-control')).toBe('no-store');
  expect(refused.headers.get('vary')).toBe('accept-language');
  const session = await world.hotel.open();
  const view = await world.hotel.ask('GET', `/counter/v1/sessions/${session.sessionId}`);
  expect(view.headers).toMatchObject({ 'cache-control': 'no-store', vary: 'origin' });
});

it('a method or a body hidden in a header changes nothing of a document', async () => {
  const answer = await fetch(`${world.url}/about`, {
    headers: { 'x-http-method-override': 'POST', 'x-http-method': 'DELETE' },
  });
  expect([answer.status, answer.headers.get('etag')]).toEqual([200, expect.stringMatching(/^"/)]);
});

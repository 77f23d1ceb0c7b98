import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeOf, sendRaw, type TestServer, testServer } from './server.fixture.ts';

let world: TestServer;
beforeAll(async () => {
  world = await testServer();
});
afterAll(async () => {
  await world.server.close();
  await world.ports.db.close();
});
const ask = (method: string, path: string) => fetch(world.url + path, { method });

describe('OPTIONS', () => {
  it.each([
    ['/about', 'GET, HEAD, OPTIONS'],
    ['/oauth/token', 'OPTIONS, POST'],
    ['/counter/v1/sessions', 'GET, HEAD, OPTIONS, POST'],
    ['/counter/v1/sessions/ses_0000000000000000000000', 'GET, HEAD, OPTIONS'],
    ['/counter/v1/sessions/nonsense', 'GET, HEAD, OPTIONS'],
    ['/holder/v1/sessions/x/samples/face?a=b', 'OPTIONS, PUT'],
  ])('says what %s takes, and nothing more', async (path, allow) => {
    const answer = await ask('OPTIONS', path);
    expect([answer.status, answer.headers.get('allow'), await answer.text()]).toEqual([204, allow, '']);
    expect(answer.headers.get('content-length')).toBeNull();
  });

  it('of an address that is none is not found', async () => {
    expect(await codeOf(await ask('OPTIONS', '/nowhere'))).toBe('not-found');
  });

  it('of the server as a whole says what there is', async () => {
    const answer = await sendRaw(world.url, 'OPTIONS * HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1\.1 204 /);
    expect(answer).toMatch(/\r\nallow: GET, HEAD, OPTIONS, POST, PUT\r\n/i);
  });
});

it('what an address does not take is refused with what it does', async () => {
  for (const method of ['PATCH', 'DELETE', 'PUT']) {
    const answer = await ask(method, '/counter/v1/sessions');
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS, POST']);
  }
});

describe('HEAD', () => {
  it.each(['/about', '/.well-known/jwks.json', '/openapi.json', '/health/live'])(
    'of %s is GET without its body',
    async (path) => {
      const [head, get] = [await ask('HEAD', path), await ask('GET', path)];
      const without = ({ headers }: Response) =>
        Object.fromEntries(
          [...headers].filter(
            ([name]) => !/^(date|x-request-id|traceparent|connection|keep-alive)$/.test(name),
          ),
        );
      expect([head.status, await head.text()]).toEqual([get.status, '']);
      expect(without(head)).toEqual(without(get));
      expect(Number(head.headers.get('content-length'))).toBe(Buffer.byteLength(await get.text()));
    },
  );
});

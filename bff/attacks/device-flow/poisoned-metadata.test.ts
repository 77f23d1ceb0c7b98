import { request } from 'node:http';
import { expect, it } from 'vitest';
import { publicUrl } from '../world/bff.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

/** By Node's own client, which sends any Host. */
const read = (path: string, headers: Record<string, string>) =>
  new Promise<{ status: number | undefined; text: string; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      request(world.url + path, { headers }, (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (part: string) => {
          text += part;
        });
        answer.on('end', () => resolve({ status: answer.statusCode, text, headers: answer.headers }));
      })
        .on('error', reject)
        .end();
    },
  );

it.each(['/.well-known/oauth-authorization-server', '/.well-known/openid-configuration'])(
  'no header puts another address into %s, which caches keep for everybody',
  async (path) => {
    const honest = await read(path, {});
    expect(JSON.parse(honest.text)).toMatchObject({
      issuer: publicUrl,
      token_endpoint: `${publicUrl}/oauth/token`,
      device_authorization_endpoint: `${publicUrl}/oauth/device_authorization`,
      jwks_uri: `${publicUrl}/.well-known/jwks.json`,
    });
    for (const headers of [
      { host: 'evil.example' },
      { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http', 'x-forwarded-port': '81' },
      { forwarded: 'host=evil.example;proto=http' },
      { 'x-original-url': '/evil', 'x-rewrite-url': '/evil', 'x-forwarded-prefix': '/evil' },
      { origin: 'https://evil.example', 'accept-language': 'en' },
    ]) {
      const poisoned = await read(path, headers);
      expect(poisoned.text).toBe(honest.text);
      for (const name of ['content-type', 'cache-control', 'etag', 'vary', 'access-control-allow-origin'])
        expect(poisoned.headers[name], name).toBe(honest.headers[name]);
    }
    // Nothing of a request chooses what is answered, but how it is compressed: a cache may keep one for all.
    expect(String(honest.headers.vary ?? '')).not.toMatch(/host|forwarded|origin|language|\*/i);
    expect(honest.headers['access-control-allow-origin']).toBe('*');
    const etag = String(honest.headers.etag);
    const known = await read(path, { 'if-none-match': etag, host: 'evil.example' });
    expect(known).toMatchObject({ status: 304, text: '', headers: { etag } });
    for (const query of ['?issuer=https://evil.example', '?evil']) {
      const answer = await read(path + query, {});
      expect(answer.text).not.toContain('evil');
    }
  },
);

import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPages } from '../../../../scripts/build/build-pages.ts';
import { sendRaw, type TestServer, testServer } from '../server.fixture.ts';

let world: TestServer;
beforeAll(async () => {
  buildPages(fileURLToPath(new URL('../../../../', import.meta.url)));
  world = await testServer();
});
afterAll(async () => {
  await world.server.close();
  await world.ports.db.close();
});

const load = (path: string, headers: Record<string, string> = {}) =>
  fetch(world.url + path, { headers: { origin: 'https://any.example', ...headers } });

describe('the file of the embedded counter', () => {
  it('may be loaded by every page, isolated ones too, and is small', async () => {
    const answer = await load('/embed/liangzheng-counter.js', { 'accept-encoding': 'gzip' });
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      'content-encoding': 'gzip',
      'cache-control': 'no-cache',
      'content-type': expect.stringMatching(/^(text|application)\/javascript/),
    });
    expect(Number(answer.headers.get('content-length'))).toBeLessThan(40_000);
    const again = await sendRaw(
      world.url,
      'GET /embed/liangzheng-counter.js HTTP/1.1\r\nhost: x\r\nconnection: close\r\naccept-encoding: gzip\r\n',
      `if-none-match: ${answer.headers.get('etag')}\r\n\r\n`,
    );
    expect(again).toMatch(/^HTTP\/1\.1 304 /);
    expect(again).toMatch(/access-control-allow-origin: \*/);
  });

  it('has an address that never changes what it holds, with the hash that a page may demand', async () => {
    const { src, integrity } = await (await load('/embed/liangzheng-counter.json')).json();
    const answer = await load(src);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const text = Buffer.from(await answer.arrayBuffer());
    expect(integrity).toBe(`sha384-${createHash('sha384').update(text).digest('base64')}`);
  });

  it('is whole by itself: it loads nothing, evaluates nothing and names no other place', async () => {
    const text = await (await load('/embed/liangzheng-counter.js')).text();
    expect(text).not.toMatch(/\bimport\s*\(|\bimport\s*["'{*]|\beval\(|new Function|@import|url\(/);
    expect([...text.matchAll(/https?:\/\/[^"'`\s]+/g)].map(([found]) => found)).toEqual(
      expect.not.arrayContaining([expect.not.stringMatching(/^http:\/\/www\.w3\.org\//)]),
    );
  });
});

import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPages } from '../../../../scripts/build/build-pages.ts';
import { hotel, registeredAs } from '../../ports/ports.fixture.ts';
import { codeOf, sendRaw, type TestServer, testServer } from '../server.fixture.ts';

const key = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43), kid: 'k' } as const;
const registered = registeredAs('Hotel', 'Desk 1', 'hotel');
const counter = { id: hotel.counterId, rpId: hotel.rpId, keys: [key], registered };
let world: TestServer;
beforeAll(async () => {
  buildPages(fileURLToPath(new URL('../../../../', import.meta.url)));
  world = await testServer({ sandboxCounters: [counter] });
});
afterAll(async () => {
  await world.server.close();
  await world.ports.db.close();
});

const askToken = (body: object, headers: Record<string, string> = {}) =>
  fetch(`${world.url}/counter/sandbox-token`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

describe('the counter page of a sandbox', () => {
  it('comes with what it loads, under names that never change, and from nowhere else', async () => {
    const page = await fetch(`${world.url}/counter`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('cache-control')).toBe('no-cache');
    const html = await page.text();
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style| style=| on\w+=/);
    expect(html).toMatch(
      /<main>[\s\S]*<liangzheng-counter id="liangzheng">[\s\S]*<section id="strip"[\s\S]*<\/liangzheng-counter>/,
    );
    const paths = [...html.matchAll(/<(?:script|link rel="stylesheet")[^>]*\s(?:src|href)="([^"]+)"/g)];
    const names = paths.map(([, path]) => path?.replace(/-[0-9a-f]{8}(?=\.(js|css)$)/, ''));
    expect(names).toEqual(expect.arrayContaining(['/web/counter.js', '/web/counter.css']));
    for (const name of names) expect(name).toMatch(/^\/web\/[a-z-]+\.(js|css)$/);
    for (const [, path = ''] of paths) {
      const answer = await fetch(world.url + path, { headers: { 'accept-encoding': 'gzip, br' } });
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(answer.headers.get('content-encoding')).toBe('br');
      expect(await answer.text()).not.toMatch(/^import(?! ?([{*].*from ?)?["']\.\/)|@import|url\(/m);
    }
  });

  it('is answered by 304 to who has it, and by a head to who asks for that', async () => {
    const page = await fetch(`${world.url}/counter`, { headers: { 'accept-encoding': 'br' } });
    const tag = page.headers.get('etag') ?? '';
    const again = await sendRaw(
      world.url,
      'GET /counter HTTP/1.1\r\nhost: x\r\nconnection: close\r\naccept-encoding: br\r\n',
      `if-none-match: ${tag}\r\n\r\n`,
    );
    expect(again).toMatch(/^HTTP\/1\.1 304 (.+\r\n)+\r\n$/);
    const head = await fetch(page.url, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, tag, '']);
  });

  it('may load what is its own, and use neither camera nor microphone', async () => {
    const { headers } = await fetch(`${world.url}/counter`);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';/,
    );
    expect(headers.get('content-security-policy')).not.toMatch(/unsafe|sha256/);
    expect(headers.get('permissions-policy')).toContain(
      'camera=(), microphone=(), accelerometer=(), gyroscope=()',
    );
  });

  it.each([
    '/counter/index.html',
    '/counter/page/bff/src/main.ts',
    '/web/',
    '/web/../.stamp',
    '/web/../../../package.json',
    '/.stamp',
  ])('has nothing at %s', async (path) => {
    const answer = await sendRaw(world.url, `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
  });

  it('is not found where it was not built, and the log says how to build it', async () => {
    const bare = await testServer({ sandboxCounters: [counter], pages: '/nowhere' });
    expect(await codeOf(await fetch(`${bare.url}/counter`))).toBe('not-found');
    expect((await fetch(`${bare.url}/counter/sandbox-counters`)).status).toBe(200);
    const told = bare.lines.filter((line) => line.includes('npm run build:pages'));
    expect(told.map((line) => JSON.parse(line).pages)).toEqual([
      ['console', 'device', 'counter'],
      ['officer'],
      ['docs'],
      ['embed'],
    ]);
    await bare.server.close();
    await bare.ports.db.close();
  });
});

describe('the token of the counter page', () => {
  it('opens the counter API for a counter of the sandbox', async () => {
    const { access_token: token } = await (await askToken({ counterId: hotel.counterId })).json();
    const open = await fetch(`${world.url}/counter/v1/sessions`, {
      method: 'POST',
      body: '{"scene":"hotel","purpose":"check-in"}',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      },
    });
    expect(open.status).toBe(201);
    // By the clock that codes are judged by.
    expect(open.headers.get('date')).toBe(new Date(world.clock.now).toUTCString());
    expect(world.tallied).toContainEqual(expect.objectContaining({ event: 'counter-token-issued' }));
    const desks = await (await fetch(`${world.url}/counter/sandbox-counters`)).json();
    expect(desks).toEqual([
      { counterId: hotel.counterId, name: 'Desk 1', rpName: 'Hotel', scenes: ['hotel'] },
    ]);
  });

  it('is not given to a counter that is no counter of the sandbox', async () => {
    expect(await codeOf(await askToken({ counterId: 'cnt_office-1' }))).toBe('client-unknown');
    expect(await codeOf(await askToken({ counterId: '../x' }))).toBe('request-invalid');
    expect(await codeOf(await askToken({}))).toBe('request-invalid');
  });

  it.each([
    ['through a proxy', { 'x-forwarded-for': '127.0.0.1' }],
    ['through a proxy that says so otherwise', { forwarded: 'for=127.0.0.1' }],
  ])('is not given %s', async (_how, headers) => {
    expect(await codeOf(await askToken({ counterId: hotel.counterId }, headers))).toBe('not-found');
  });

  it.each(['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:8080', '192.168.1.5', ''])(
    'is not given under the name "%s"',
    async (host) => {
      const body = JSON.stringify({ counterId: hotel.counterId });
      const answer = await sendRaw(
        world.url,
        `POST /counter/sandbox-token HTTP/1.1\r\nhost: ${host}\r\ncontent-type: application/json\r\n`,
        `content-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
      );
      expect(answer).toMatch(host === '' ? /^HTTP\/1\.1 400 / : /^HTTP\/1\.1 404 /);
      expect(answer).not.toContain('access_token');
    },
  );

  it.each(['https://evil.example', 'http://localhost:1', 'null'])(
    'is not given to a page of %s, though its browser runs on this machine',
    async (origin) => {
      expect(await codeOf(await askToken({ counterId: hotel.counterId }, { origin }))).toBe('not-found');
    },
  );

  it('is given to the page itself', async () => {
    expect((await askToken({ counterId: hotel.counterId }, { origin: world.url })).status).toBe(200);
  });

  it('is not given to a form of a foreign page', async () => {
    const form = await fetch(`${world.url}/counter/sandbox-token`, {
      method: 'POST',
      body: new URLSearchParams({ counterId: hotel.counterId }),
    });
    expect(await codeOf(form)).toBe('content-type-unsupported');
    const asked = await fetch(`${world.url}/counter/sandbox-token`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([204, null]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hotel } from '../../ports/ports.fixture.ts';
import { codeOf, sendRaw, type TestServer, testServer } from '../server.fixture.ts';

const key = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43), kid: 'k' } as const;
const counter = { id: hotel.counterId, rpId: hotel.rpId, name: 'Desk 1', key };
let world: TestServer;
beforeAll(async () => {
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
  it('comes with every module that it imports, without types and from nowhere else', async () => {
    const page = await fetch(`${world.url}/counter`);
    const html = await page.text();
    const [, map = ''] = /<script type="importmap">(.*?)<\/script>/.exec(html) ?? [];
    const packages = new Map(
      Object.entries(JSON.parse(map).imports).map(([name, path]) => [name, String(path)]),
    );
    const [, entry = ''] = /<script type="module" src="([^"]+)"/.exec(html) ?? [];
    const left = [entry];
    const seen = new Set<string>();
    for (let path = left.pop(); path !== undefined; path = left.pop()) {
      if (seen.has(path)) continue;
      seen.add(path);
      const answer = await fetch(world.url + path);
      expect([path, answer.status]).toEqual([path, 200]);
      expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
      const text = await answer.text();
      expect(text, path).not.toMatch(/^(import type|interface|export interface|export type) /m);
      for (const [, name = ''] of text.matchAll(/^(?:import|export)\s[^;'"=]*?\sfrom\s*['"]([^'"]+)['"]/gm))
        left.push(
          name.startsWith('.') ? new URL(name, world.url + path).pathname : (packages.get(name) ?? name),
        );
    }
    expect(seen.size).toBeGreaterThan(10);
    expect((await fetch(`${world.url}/counter/page/counter.css`)).status).toBe(200);
  });

  it('may load what is its own, and use neither camera nor microphone', async () => {
    const { headers } = await fetch(`${world.url}/counter`);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self' 'sha256-[^ ]+';/,
    );
    expect(headers.get('content-security-policy')).not.toContain('unsafe');
    expect(headers.get('permissions-policy')).toContain('camera=(), microphone=()');
  });

  it.each([
    '/counter/page/package.json',
    '/counter/page/bff/src/main.ts',
    '/counter/page/../../package.json',
  ])('has nothing at %s', async (path) => {
    const answer = await sendRaw(world.url, `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
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
    expect(world.events).toContainEqual(expect.objectContaining({ event: 'counter-token-issued' }));
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
      expect(answer).toMatch(/^HTTP\/1\.1 404 /);
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
    expect([asked.status, asked.headers.get('access-control-allow-origin')]).toEqual([405, null]);
  });
});

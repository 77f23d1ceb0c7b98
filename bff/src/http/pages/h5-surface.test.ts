import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compressFolder } from '../../../../scripts/build/compress.ts';
import { decodeBase64url } from '../../../../shared/bytes/base64url.ts';
import { makeCode } from '../../../../shared/counter-code/make-code.ts';
import * as limits from '../../../../shared/limits.ts';
import { hotel } from '../../ports/ports.fixture.ts';
import { openSession } from '../../verify/01-open-session.ts';
import { codeOf, sendRaw, type TestServer, testServer } from '../server.fixture.ts';

const index = '<!doctype html><title>app</title><script>start()</script><script src="/js/app.js"></script>';
/** As the build makes it, with every place that is filled in. */
const landing = `<!doctype html><html lang="zh-CN"><style>p{}</style><script defer src="/js/app.js"></script>
<p __hidden__>sandbox</p><main data-state="__state__">__whatZh__|__whatEn__</main><footer>__about__</footer>
<script type="application/json" id="landed">"__data__"</script><script>land()</script></html>`;
const code = '1.0123456789abcdefghijkl.12.0123456789abcdefghijkA';
let folder: string;
let world: TestServer;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lz-h5-'));
  const site = join(folder, 'h5');
  mkdirSync(join(site, 'js'), { recursive: true });
  writeFileSync(join(site, 'index.html'), index);
  writeFileSync(join(site, 'landing.html'), landing);
  writeFileSync(join(site, 'js/app.js'), 'start();'.repeat(500));
  writeFileSync(join(site, 'js/chunk.0a1b2c3d.js'), 'more();');
  writeFileSync(join(site, 'js/app.js.map'), '{}');
  writeFileSync(join(site, 'js/gone.js'), 'gone();');
  writeFileSync(join(site, '.env'), 'SECRET=1');
  writeFileSync(join(folder, 'outside.txt'), 'outside');
  symlinkSync(join(folder, 'outside.txt'), join(site, 'link.txt'));
  compressFolder(site);
  world = await testServer({ h5: site });
});
afterAll(async () => {
  await world.server.close();
  await world.ports.db.close();
  rmSync(folder, { recursive: true });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(world.url + path, { headers, redirect: 'manual' });

describe('the H5 app', () => {
  it('is at the root, asked for each time, with what it may load and use', async () => {
    const answer = await get('/');
    expect(await answer.text()).toBe(index);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toMatch(/script-src 'self'( 'sha256-[\w+/]{43}='){2}(;|$)/);
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline|'unsafe-eval'|\*/);
    expect(answer.headers.get('permissions-policy')).toMatch(
      /camera=\(self\), microphone=\(self\), accelerometer=\(self\), gyroscope=\(self\), .*geolocation=\(\)/,
    );
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is answered by 304 to who has it, and by nothing but a head to who asks for that', async () => {
    const tag = (await get('/')).headers.get('etag') ?? '';
    const revalidate = (tags: string) =>
      sendRaw(world.url, `GET / HTTP/1.1\r\nhost: x\r\nconnection: close\r\nif-none-match: ${tags}\r\n\r\n`);
    expect(await revalidate(`"other", ${tag}`)).toMatch(/^HTTP\/1\.1 304 (.+\r\n)+\r\n$/);
    expect(await revalidate('"other"')).toMatch(/^HTTP\/1\.1 200 /);
    for (const name of ['if-match', 'if-unmodified-since', 'if-range', 'range'])
      expect((await get('/', { [name]: name === 'range' ? 'bytes=999-' : '"other"' })).status).toBe(200);
    const head = await fetch(`${world.url}/`, { method: 'HEAD' });
    expect([head.status, await head.text()]).toEqual([200, '']);
  });

  it('keeps files whose names carry a hash for a year, and no other', async () => {
    expect((await get('/js/chunk.0a1b2c3d.js')).headers.get('cache-control')).toContain('immutable');
    expect((await get('/js/app.js')).headers.get('cache-control')).toBe('no-cache');
  });

  it('goes packed to who takes that', async () => {
    for (const [accepted, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
    ] as const) {
      const packed = await get('/js/app.js', { 'accept-encoding': accepted });
      expect(packed.headers.get('content-encoding')).toBe(encoding);
      expect(packed.headers.get('content-type')).toMatch(/javascript; charset=utf-8$/);
      expect(Number(packed.headers.get('content-length'))).toBeLessThan(200);
      expect(await packed.text()).toBe('start();'.repeat(500));
    }
    const plain = await get('/js/app.js', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(plain.headers.get('vary')).toBe('accept-encoding');
    expect(await plain.text()).toBe('start();'.repeat(500));
  });

  it.each([
    '/.env',
    '/js/app.js.map',
    '/js/app.js.br',
    '/link.txt',
    '/js/',
    '/js/../../outside.txt',
    '/..%2foutside.txt',
    '/js/%2e%2e/%2e%2e/outside.txt',
    '//outside.txt',
    '/js/app.js/',
    '/js/app.js%00',
  ])('has nothing at %s', async (path) => {
    const answer = await sendRaw(world.url, `GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(answer).not.toMatch(/outside|SECRET/);
  });

  it.each(['/pages/home/index', '/pages/confirm/index?code=1', '/capture/face/index'])(
    'is what a reload of %s gives',
    async (path) => {
      const answer = await get(path);
      expect([answer.status, await answer.text()]).toEqual([200, index]);
      expect(answer.headers.get('cache-control')).toBe('no-cache');
    },
  );

  it('has no file any more that was taken away', async () => {
    rmSync(join(folder, 'h5/js/gone.js'));
    const answer = await get('/js/gone.js');
    expect([answer.status, await codeOf(answer)]).toEqual([404, 'not-found']);
  });

  it('is not in the document of the calls', async () => {
    const paths = Object.keys((await (await get('/openapi.json')).json()).paths);
    expect(paths).not.toContain('/');
    expect(paths).not.toContain('/q/{code}');
  });

  it('needs an index.html and a landing.html', async () => {
    const bare = join(folder, 'h5/css');
    mkdirSync(bare);
    await expect(testServer({ h5: bare })).rejects.toThrow('index.html');
    writeFileSync(join(bare, 'index.html'), index);
    await expect(testServer({ h5: bare })).rejects.toThrow('landing.html');
  });
});

/** A check of the hotel, and the path that its code of this second is. */
async function openCheck(): Promise<string> {
  const session = await openSession(
    world.ports,
    hotel,
    { scene: 'hotel', purpose: 'check-in' },
    world.idempotencyKey(),
  );
  const secret = decodeBase64url(session.secret);
  return new URL(makeCode({ ...session, baseUrl: session.codeBaseUrl, secret, elapsed: 0 })).pathname;
}
const stateIn = (html: string) => /data-state="(\w+)"/.exec(html)?.[1];

describe('a counter code in a browser', () => {
  it('is answered the landing page, kept by nobody, with who asks as the registrar signed it', async () => {
    const path = await openCheck();
    const answer = await get(path);
    expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store']);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self'( 'sha256-[^']+'){2};/);
    const html = await answer.text();
    expect(stateIn(html)).toBe('asks');
    const { data = '' } = /id="landed">(?<data>[^<]*)</.exec(html)?.groups ?? {};
    expect(JSON.parse(data)).toEqual({
      page: `/pages/confirm/index?code=${path.slice('/q/'.length)}`,
      asks: { ...hotel, scene: 'hotel', registration: { registrar: 'a.b.c', statement: 'd.e.f' } },
      serverTime: world.ports.now(),
    });
    expect(html).not.toMatch(/Desk 1|Town/);
    expect(html).toContain('酒店入住 · 办理入住|Hotel · check in');
  });

  it.each([
    ['gzip, deflate, br', 'gzip'],
    ['br, gzip;q=0', null],
    ['', null],
  ])('goes packed to who takes that: %s', async (accepted, coding) => {
    for (const [path, state] of [
      [await openCheck(), 'asks'],
      ['/q/hello', 'forged'],
    ] as const) {
      const packed = await get(path, { 'accept-encoding': accepted });
      expect(packed.headers.get('content-encoding')).toBe(coding);
      expect(packed.headers.get('vary')).toContain('accept-encoding');
      expect(packed.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(stateIn(await packed.text())).toBe(state);
    }
  });

  it.each([
    ['a query', '?from=singlemessage&isappinstalled=0'],
    ['a slash', '/'],
    ['a slash and a query', '/?from=timeline'],
    ['an unseen character', '%E2%80%8B'],
    ['white space', '%20'],
  ])('is read with %s hung on to it', async (_, hung) => {
    const path = await openCheck();
    const html = await (await get(path + hung)).text();
    expect(html).toContain(`"page":"/pages/confirm/index?code=${path.slice('/q/'.length)}"`);
  });

  it.each([
    ['forged', 'forged', `/q/${code}`],
    ['none', 'forged', '/q/hello'],
    ['something else altogether', 'forged', '/q/%2F%2Fevil.example%0d%0aset-cookie:x'],
  ])('that is %s opens nothing: the page says so', async (_, state, path) => {
    const answer = await get(path);
    const html = await answer.text();
    expect([answer.status >= 400, stateIn(html)]).toEqual([true, state]);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(html).toContain('id="landed">null<');
    expect(html).not.toContain('evil');
  });

  it('that is too old says to scan again, and one whose check has ended as well', async () => {
    const path = await openCheck();
    world.clock.now += limits.lateCodeMaxAge + 1000;
    const answer = await get(path, { 'accept-language': 'en-GB' });
    const html = await answer.text();
    expect([stateIn(html), html.includes('<html lang="en">')]).toEqual(['stale', true]);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('longer than any is not found', async () => {
    expect((await get(`/q/${'x'.repeat(400)}`)).status).toBe(404);
  });

  it('leaves no trace in the log', () => {
    expect(world.lines.join('')).toContain('/q/:code');
    expect(world.lines.join('')).not.toContain(code);
  });
});

describe('a BFF without the app', () => {
  it('has no page at all', async () => {
    const bare = await testServer();
    expect(await codeOf(await fetch(`${bare.url}/`))).toBe('not-found');
    expect(await codeOf(await fetch(`${bare.url}/q/${code}`))).toBe('not-found');
    expect(await codeOf(await fetch(`${bare.url}/counter`))).toBe('not-found');
    expect(await codeOf(await fetch(`${bare.url}/counter/sandbox-counters`))).toBe('not-found');
    await bare.server.close();
  });
});

describe('a browser that opens a genuine code', () => {
  it('keeps the ticket of its arrival as a cookie that no script reads, sent to one call only', async () => {
    const path = await openCheck();
    const opened = await get(path);
    const [cookie, ...attributes] = (opened.headers.get('set-cookie') ?? '').split('; ');
    expect(cookie).toMatch(/^lz-arrival=[\w-]{22}$/);
    expect(attributes).toEqual([
      'Path=/holder/v1/arrivals',
      `Max-Age=${limits.checkLifetimeMost / 1000}`,
      'HttpOnly',
      'SameSite=Strict',
      'Secure',
    ]);
    const head = await fetch(world.url + path, { method: 'HEAD', redirect: 'manual' });
    expect(head.headers.get('set-cookie')).toBeNull();
    expect((await get(`/q/${code}`)).headers.get('set-cookie')).toBeNull();
  });
});

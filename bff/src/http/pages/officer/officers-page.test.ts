import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import fastify from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildPages } from '../../../../../scripts/build/build-pages.ts';
import { codeOf, type TestServer, testServer } from '../../server.fixture.ts';
import { officersPage } from './officers-page.ts';

const folder = fileURLToPath(new URL('../../../../dist/web/', import.meta.url));
let world: TestServer;
beforeAll(async () => {
  buildPages(fileURLToPath(new URL('../../../../../', import.meta.url)));
  world = await testServer();
});
afterAll(async () => {
  await world.server.close();
  await world.ports.db.close();
});

const load = (path: string) => fetch(world.url + path, { headers: { 'accept-encoding': 'identity' } });

describe("the officers' page", () => {
  it('is framed by nobody, runs nothing but its own, and asks nobody else', async () => {
    const { headers } = await load('/officer');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';/,
    );
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|sha256|\*/);
    expect(headers.get('permissions-policy')).toContain('camera=(self), microphone=(self)');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  it('may ask the card reader of a sandbox, where there is one, and no other', async () => {
    const server = fastify();
    const { sandboxRoot } = world.ports.settings;
    officersPage(server, folder, { sandboxRoot, cardReader: 'http://127.0.0.1:7003/' });
    const { headers } = await server.inject('/officer');
    expect(headers['content-security-policy']).toContain("connect-src 'self' http://127.0.0.1:7003;");
    await server.close();
  });

  it('comes with the hash of every file that it loads, and loads no other', async () => {
    const { files }: { files: Record<string, string> } = await (await load('/officer/manifest.json')).json();
    for (const [address, hash] of Object.entries(files)) {
      const content = Buffer.from(await (await load(address)).arrayBuffer());
      expect(`sha384-${createHash('sha384').update(content).digest('base64')}`, address).toBe(hash);
    }
    const texts = await Promise.all(Object.keys(files).map(async (address) => (await load(address)).text()));
    const named = texts.flatMap((text) => [...text.matchAll(/[\w-]+-[0-9a-f]{8}\.(?:js|css)/g)]);
    for (const [name] of named) expect(Object.keys(files)).toContain(`/web/${name}`);
    expect(Object.keys(files)).toContain('/officer');
    expect(Object.keys(files).some((address) => /^\/web\/(console|counter|docs)-.*\.js$/.test(address))).toBe(
      false,
    );
  });

  it('trusts in a sandbox the root key that the BFF pins', async () => {
    const answer = await load('/officer/trust.json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({ root: world.ports.settings.sandboxRoot, sandbox: true });
  });

  it('is not there without a root key to trust, and the log says how it gets one', async () => {
    const lines: string[] = [];
    const server = fastify({ logger: { level: 'warn', stream: { write: (line) => void lines.push(line) } } });
    officersPage(server, folder, { sandboxRoot: undefined, cardReader: undefined });
    expect((await server.inject('/officer')).statusCode).toBe(404);
    expect(lines.join('')).toContain('LIANGZHENG_TRUST=');
    await server.close();
  });

  it('has nothing else', async () => {
    for (const path of ['/officer/', '/officer/index.html', '/officer/manifest.json.br'])
      expect(await codeOf(await load(path)), path).toBe('not-found');
  });
});

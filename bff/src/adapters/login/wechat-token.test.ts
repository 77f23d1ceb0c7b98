import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPlatform } from '../../../../scripts/stand-ins/platforms/build-platform.ts';
import { Problem } from '../../../../shared/problem.ts';
import { serve } from '../authority/played-authority.fixture.ts';
import { wechatToken } from './wechat-token.ts';

const secret = 'app-secret';
const clock = { at: Date.parse('2026-11-21T08:00:00Z') };
const now = () => clock.at;
const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error instanceof Problem ? error : undefined),
  );

/** Gives `token-1`, `token-2` ... for two hours each; `asked` are the bodies that came. */
async function played() {
  const server = await serve();
  const asked: unknown[] = [];
  server.handle(async (request, response) => {
    asked.push(await request.toArray().then((chunks) => JSON.parse(Buffer.concat(chunks).toString())));
    response.end(JSON.stringify({ access_token: `token-${asked.length}`, expires_in: 7200 }));
  });
  return { url: server.url, asked: () => asked, stop: () => server.close() };
}

async function sandbox() {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const app = buildPlatform({
    wechat: { appId: 'wx1', secret },
    alipay: { appId: '1', appPublicKey: keys.publicKey, platformPrivateKey: keys.privateKey },
    now,
    random: (length) => new Uint8Array(randomBytes(length)),
  });
  const asked: unknown[] = [];
  app.addHook('preHandler', async ({ body }) => void asked.push(body));
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return { url, asked: () => asked, stop: () => app.close() };
}

describe.each([
  ['a played platform', played],
  ['the sandbox platform', sandbox],
])('the access token of %s', (_name, open) => {
  let platform: Awaited<ReturnType<typeof open>>;
  beforeEach(async () => {
    platform = await open();
  });
  afterEach(() => platform.stop());
  const token = () => wechatToken({ url: `${platform.url}/`, appId: 'wx1', secret, now });

  it('is asked for as documented, once for all callers of the same moment', async () => {
    const source = token();
    const [first, second] = await Promise.all([source.current(), source.current()]);
    expect(first).toBe(second);
    expect(platform.asked()).toEqual([{ grant_type: 'client_credential', appid: 'wx1', secret }]);
  });

  it('is kept until five minutes before its end', async () => {
    const source = token();
    const first = await source.current();
    clock.at += 7200_000 - 300_001;
    expect(await source.current()).toBe(first);
    expect(platform.asked()).toHaveLength(1);
    clock.at += 1;
    expect(await source.current()).not.toBe(first);
  });

  it('is asked for anew once it was refused, but not for a refusal of an older one', async () => {
    const source = token();
    const first = await source.current();
    source.forget('an older one');
    await source.current();
    expect(platform.asked()).toHaveLength(1);
    source.forget(first);
    await source.current();
    expect(platform.asked()).toHaveLength(2);
  });
});

describe('an access token that is not to be had', () => {
  let server: Awaited<ReturnType<typeof serve>>;
  beforeEach(async () => {
    server = await serve();
  });
  afterEach(() => server.close());

  it.each<[string, string, number?]>([
    ['an error', '{"errcode":40125,"errmsg":"invalid appsecret app-secret"}'],
    ['no lifetime', '{"access_token":"t"}'],
    ['a lifetime of text', '{"access_token":"t","expires_in":"7200"}'],
    ['an empty token', '{"access_token":"","expires_in":7200}'],
    ['a token with a line break', '{"access_token":"a\\nb","expires_in":7200}'],
    ['a page', '<html>'],
    ['a huge text', 'x'.repeat(200_000)],
    ['status 500', '{}', 500],
  ])('is no fault of the person: %s', async (_name, body, status = 200) => {
    server.handle((_request, response) => response.writeHead(status).end(body));
    const source = wechatToken({ url: server.url, appId: 'wx1', secret, now });
    const problem = await problemOf(source.current());
    expect(problem?.code).toBe('platform-unavailable');
    expect(inspect(problem, { depth: 9, showHidden: true })).not.toContain('app-secret');
    server.handle((_request, response) => response.end('{"access_token":"later","expires_in":7200}'));
    expect(await source.current()).toBe('later');
  });
});

import { createPublicKey, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createRemoteJWKSet, decodeProtectedHeader, type JWTVerifyGetKey, jwtVerify } from 'jose';
import jwksRsa from 'jwks-rsa';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asId } from '../../../../shared/ids.ts';
import { makeDeviceKey } from '../../../../shared/jws/make-device-key.ts';
import * as limits from '../../../../shared/limits.ts';
import type { Db } from '../../ports/db.ts';
import { openSqlite } from '../sqlite/open-sqlite.ts';
import { publishKeys } from './publish-keys.ts';
import { type ResultKey, resultSigner } from './result-signer.ts';

const hour = 60 * 60 * 1000;
const day = 24 * hour;
const start = Date.parse('2026-11-01T08:00:00Z');
const issuer = 'https://bff.test';
const migrations = fileURLToPath(new URL('../../../migrations', import.meta.url));
const now = () => Date.now();
const registry = {
  rp: async (id: string) => ({ id: asId('rp', id), name: 'Inn', scenes: ['hotel' as const] }),
  counter: async () => undefined,
};

let checks = 0;
function makeKey(kid: string, more: Partial<ResultKey> & { urgent?: boolean } = {}) {
  const { privateKey, publicJwk } = makeDeviceKey((length) => new Uint8Array(randomBytes(length)));
  return { ...publicJwk, d: Buffer.from(privateKey).toString('base64url'), kid, ...more };
}
const k1 = makeKey('k1');
const k2 = makeKey('k2');

let db: Db;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start });
  db = await openSqlite(':memory:', { migrations });
  return async () => {
    vi.useRealTimers();
    await db.close();
  };
});

/** A start of the BFF with these keys. */
async function startWith(keys: readonly (ResultKey & { urgent?: boolean })[]) {
  await publishKeys({ keys, db, now });
  return resultSigner({ keys, now, issuer, registry, retention: limits.resultRetention });
}
type Signer = Awaited<ReturnType<typeof startWith>>;

/** A check is decided now, and its result kept for a day. */
async function decide(signer: Signer): Promise<string> {
  const sessionId = asId('ses', `ses_${String(++checks).padStart(22, '0')}`);
  const { token, kid } = await signer.sign({
    ...{ sessionId, rpId: asId('rp', 'rp_inn'), counterId: asId('cnt', 'cnt_inn-1') },
    ...{ scene: 'hotel', level: 'basic', purpose: 'check-in', outcome: 'pass', sandbox: true },
    ...{ openedAt: now() - 1000, decidedAt: now() },
  });
  await db.write([
    {
      sql: `insert into sessions (id, state, version, body, opened_at, deadline, purge_at, result, result_kid)
        values (:sessionId, 'passed', 1, '', 0, 0, :purgeAt, :token, :kid)`,
      params: { sessionId, token, kid, purgeAt: now() + limits.resultRetention },
    },
  ]);
  return token;
}

async function sweep(): Promise<void> {
  await db.write([{ sql: 'delete from sessions where purge_at <= :now', params: { now: now() } }]);
}

describe('a rotation, as relying parties see it', () => {
  let signer: Signer;
  const server = createServer((_request, response) =>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(signer.jwks())),
  );
  beforeEach(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('never meets a cache of jose or of jwks-rsa with a key that it does not know', async () => {
    const { port }: Pick<AddressInfo, 'port'> = Object(server.address());
    const url = new URL(`http://127.0.0.1:${port}/.well-known/jwks.json`);
    const stale = { cacheMaxAge: 23 * hour, cooldownDuration: day };
    const byKid = jwksRsa({ jwksUri: url.href, cache: true, rateLimit: true, jwksRequestsPerMinute: 1000 });
    const caches: Record<string, JWTVerifyGetKey> = {
      jose: createRemoteJWKSet(url),
      'jose, which looks once a day and never in between': createRemoteJWKSet(url, stale),
      async 'jwks-rsa'({ kid = '' }) {
        return createPublicKey((await byKid.getSigningKey(kid)).getPublicKey());
      },
    };
    const valid: { token: string; at: number }[] = [];
    const signedBy = new Set<unknown>();
    const whatHappens: Record<number, () => Promise<Signer>> = {
      0: () => startWith([k1]),
      30: () => startWith([k1, { ...k2, signsFrom: start + 55 * hour }]),
      90: () => startWith([{ ...k2, signsFrom: start + 55 * hour }]),
    };
    for (let passed = 0; passed < 110; passed++) {
      vi.setSystemTime(start + passed * hour);
      await sweep();
      signer = (await whatHappens[passed]?.()) ?? signer;
      valid.push({ token: await decide(signer), at: now() });
      signedBy.add(decodeProtectedHeader(valid.at(-1)?.token ?? '').kid);
      while ((valid[0]?.at ?? 0) + limits.resultRetention <= now()) valid.shift();
      for (const [name, cache] of Object.entries(caches))
        for (const { token } of [...valid.slice(0, 1), ...valid.slice(-1)])
          await expect(jwtVerify(token, cache, { issuer }), name).resolves.toBeDefined();
    }
    expect([...signedBy]).toEqual(['k1', 'k2']);
  });
});

describe('a start is refused', () => {
  it('where a key would sign that nobody can know yet, with the moment from which it may', async () => {
    await startWith([k1]);
    vi.setSystemTime(start + day);
    const may = '"signsFrom": "2026-11-03T08:00:00Z"';
    await expect(startWith([k2, k1])).rejects.toThrow(
      `k2 would sign before relying parties can know it; give it ${may}`,
    );
    await expect(startWith([k1, { ...k2, signsFrom: start + day + 23 * hour }])).rejects.toThrow(may);
    const signer = await startWith([k1, { ...k2, signsFrom: start + 2 * day }]);
    expect(signer.jwks().keys.map(({ kid }) => kid)).toEqual(['k1', 'k2']);
    await startWith([k1]);
    vi.setSystemTime(start + 2 * day);
    await expect(startWith([k1, { ...k2, signsFrom: start + 2 * day }])).rejects.toThrow(
      'k2 would sign before',
    );
  });

  it('where a key is gone whose results can still be read', async () => {
    await decide(await startWith([k1, k2]));
    await expect(startWith([k2])).rejects.toThrow(
      'k1 is gone, but results that it signed can be read until 2026-11-02T08',
    );
    vi.setSystemTime(start + day);
    await sweep();
    await startWith([k2]);
  });

  it('where no key signs yet; and the old ones are as good as before', async () => {
    await startWith([k1]);
    vi.setSystemTime(start + day);
    const tooSoon = [{ ...k2, signsFrom: start + 3 * day }];
    await expect(startWith(tooSoon)).rejects.toThrow('no key to sign results with');
    await decide(await startWith([k1]));
  });

  it('where a kid names another key than before', async () => {
    await startWith([k1]);
    await expect(startWith([makeKey('k1')])).rejects.toThrow('a kid of its own');
  });

  it('where the key that leaked would go on signing beside its urgent successor', async () => {
    await startWith([k1]);
    vi.setSystemTime(start + day);
    const aged = { ...k1, signsFrom: start };
    const urgent = { ...k2, urgent: true };
    const said = 'k1 would sign, though k2 is urgent; take k1 out';
    await expect(startWith([aged, urgent])).rejects.toThrow(said);
    await expect(startWith([k1, { ...urgent, signsFrom: start + 3 * day }])).rejects.toThrow(said);
    await startWith([k1]);
    expect(decodeProtectedHeader(await decide(await startWith([urgent]))).kid).toBe('k2');
  });

  it('not where a key leaked: an urgent one signs at once and the other goes, for the day that it takes', async () => {
    await decide(await startWith([k1]));
    const urgent = { ...k2, urgent: true };
    const signer = await startWith([urgent]);
    expect(decodeProtectedHeader(await decide(signer)).kid).toBe('k2');
    vi.setSystemTime(start + day);
    await expect(startWith([makeKey('k3'), urgent])).rejects.toThrow('k3 would sign before');
    await expect(startWith([{ ...makeKey('k3'), signsFrom: start + 3 * day }])).rejects.toThrow('k2 is gone');
  });
});

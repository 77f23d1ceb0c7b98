import { execFileSync, spawnSync } from 'node:child_process';
import {
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKeys, readRoot, readRsa } from '../../bff/src/config/read-keys.ts';
import {
  askToken,
  environmentIn,
  killAll,
  makeAssertion,
  openDesk,
  runBff,
} from '../../bff/src/process.fixture.ts';
import * as limits from '../../shared/limits.ts';
import { openKeyRing } from '../authority/keys/key-ring.ts';
import { authorityCeremony } from './authority-ceremony.ts';
import { random, readSigningKeys } from './key-files.ts';
import { rotate } from './rotate.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const isRoot = process.getuid?.() === 0;
if (!isRoot) console.log('this is not root: whose keys root makes is not looked at');
let folder: string;
let keys: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lz-keys-'));
  keys = join(folder, 'keys');
});
afterEach(() => {
  killAll();
  rmSync(folder, { recursive: true });
});

const run = (...words: string[]) => execFileSync(process.execPath, [main, ...words], { encoding: 'utf8' });
const refused = (...words: string[]) => spawnSync(process.execPath, [main, ...words], { encoding: 'utf8' });
const file = () => readFileSync(join(keys, 'bff-signing.json'), 'utf8');
const kids = () => readSigningKeys(keys).resultKeys.map(({ kid }) => kid);

/** The BFF on these keys, as the command says that it is started. */
async function start(signingKeys = join(keys, 'bff-signing.json')) {
  const env = { ...environmentIn(folder), LZ_SIGNING_KEYS: signingKeys };
  const bff = runBff({ ...env, LZ_METRICS_TOKEN: readFileSync(join(keys, 'metrics-token'), 'utf8').trim() });
  const url = await bff.ready();
  const published = async (): Promise<string[]> => {
    const { keys } = await (await fetch(`${url}/.well-known/jwks.json`)).json();
    return keys.map(({ kid }: { kid: string }) => kid);
  };
  const stop = async () => {
    bff.child.kill('SIGTERM');
    await bff.exit;
  };
  const hangUp = () => bff.child.kill('SIGHUP');
  const logged = (message: string) =>
    readFileSync(join(folder, 'bff.log'), 'utf8').includes(`"msg":"${message}"`);
  return { url, kids: await published(), published, hangUp, logged, stop };
}

describe('npm run keys', () => {
  it('makes what production takes, for its owner’s eyes alone, shows none of it, and never makes it twice', () => {
    const said = run('init', keys);
    expect(readKeys(file(), true)?.result).toHaveLength(1);
    for (const name of readdirSync(keys)) expect(statSync(join(keys, name)).mode & 0o777, name).toBe(0o600);
    expect(statSync(keys).mode & 0o777).toBe(0o700);
    const { resultKeys, ...secrets } = JSON.parse(file());
    for (const secret of [resultKeys[0].d, ...Object.values(secrets)]) expect(said).not.toContain(secret);
    const pem = readdirSync(keys).find((name) => name.endsWith('.private.pem')) ?? '';
    expect(readRsa('private', readFileSync(join(keys, pem), 'utf8'))).toContain('BEGIN PRIVATE KEY');
    const before = file();
    const again = refused('init', keys);
    expect([again.status, again.stderr]).toEqual([1, expect.stringContaining('already')]);
    expect(file()).toBe(before);
  });

  it('rotates the key of results on a BFF that is started anew, which publishes both for a day before the new one signs', async () => {
    run('init', keys);
    const [old] = kids();
    const first = await start();
    expect(first.kids).toEqual([old]);
    await first.stop();
    const said = run('rotate', 'result', keys);
    expect(said).toContain('signs from');
    expect(said).toContain('systemctl restart liangzheng-bff');
    const [, added] = kids();
    const second = await start();
    expect(second.kids).toEqual([old, added]);
    await second.stop();
    const early = refused('rotate', 'result', keys);
    expect([early.status, early.stderr]).toEqual([1, expect.stringContaining(`${added} signs from`)]);
  });

  it('rotates the key of results while the BFF runs: a SIGHUP publishes it, and what cannot be taken changes nothing', async () => {
    run('init', keys);
    const [old] = kids();
    const bff = await start();
    run('rotate', 'result', keys);
    bff.hangUp();
    await expect.poll(bff.published).toEqual(kids());
    expect(bff.logged('result-keys-unchanged')).toBe(false);
    bff.hangUp();
    await expect.poll(() => bff.logged('result-keys-unchanged')).toBe(true);
    const rotated = file();
    writeFileSync(join(keys, 'bff-signing.json'), '{}');
    bff.hangUp();
    await expect.poll(() => bff.logged('result-keys-refused')).toBe(true);
    expect(await bff.published()).toEqual([old, expect.any(String)]);
    writeFileSync(join(keys, 'bff-signing.json'), rotated);
    await bff.stop();
  });

  it('says of a SIGHUP that a process which has a copy of the keys, as the unit hands out, took nothing by it', async () => {
    run('init', keys);
    const copy = join(folder, 'credential');
    cpSync(join(keys, 'bff-signing.json'), copy);
    const bff = await start(copy);
    run('rotate', 'result', keys);
    bff.hangUp();
    await expect.poll(() => bff.logged('result-keys-unchanged')).toBe(true);
    expect(bff.logged('result-keys-taken')).toBe(false);
    expect(await bff.published()).toEqual(bff.kids);
    await bff.stop();
  });

  it('replaces a key of results that leaked by one that is published alone at the next start', async () => {
    run('init', keys);
    const [leaked] = kids();
    await (await start()).stop();
    expect(run('rotate', 'result', keys, '--urgent')).toContain(String(leaked));
    const next = await start();
    expect(next.kids).toEqual(kids());
    expect(next.kids).not.toContain(leaked);
  });

  it('leaves a key out once the last result that it signed can be read no more, and not before', () => {
    run('init', keys);
    const [old] = kids();
    const start = Date.now();
    rotate('result', keys, start, { urgent: false });
    const [, second = ''] = kids();
    const from = Date.parse(readSigningKeys(keys).resultKeys[1]?.signsFrom ?? '');
    expect(from - start).toBeGreaterThan(limits.resultKeyLead);
    rotate('result', keys, from + limits.resultRetention, { urgent: false });
    expect(kids()).toEqual([old, second, expect.any(String)]);
    rotate('result', keys, from + 2.5 * limits.resultRetention, { urgent: false });
    expect(kids()).not.toContain(old);
    expect(kids()).toContain(second);
  });

  it('rotates the secret of access tokens: those before are refused, the next is given as ever', async () => {
    run('init', keys);
    const first = await start();
    const { access_token } = await (await askToken(first.url, await makeAssertion())).json();
    const ask = (url: string) =>
      fetch(`${url}/counter/v1/sessions`, { headers: { authorization: `Bearer ${access_token}` } });
    expect((await ask(first.url)).status).toBe(200);
    expect([decodeProtectedHeader(access_token).alg, decodeJwt(access_token).sub]).toEqual([
      'HS256',
      'cnt_hotel-1',
    ]);
    await first.stop();
    const pepper = readSigningKeys(keys).holderPepper;
    run('rotate', 'access-token', keys);
    expect(readSigningKeys(keys).holderPepper).toBe(pepper);
    const second = await start();
    expect((await ask(second.url)).status).toBe(401);
    expect((await (await openDesk(second.url)).open()).status).toBe(201);
  });

  it.skipIf(!isRoot)('by root makes and rotates keys for the user whose folder they lie in', () => {
    mkdirSync(keys, { mode: 0o700 });
    chownSync(keys, 65_534, 65_534);
    run('init', keys);
    for (const what of ['result', 'metrics-token', 'alipay'] as const)
      rotate(what, keys, Date.now() + 1000, { urgent: false });
    for (const name of readdirSync(keys)) {
      const { uid, mode } = statSync(join(keys, name));
      expect([name, uid, mode & 0o777]).toEqual([name, 65_534, 0o600]);
    }
  });

  it('rotates the token of figures and the key at Alipay, each into its file, and the holder pepper never', () => {
    run('init', keys);
    const token = () => readFileSync(join(keys, 'metrics-token'), 'utf8');
    const [before, wholeFile] = [token(), file()];
    run('rotate', 'metrics-token', keys);
    expect(token()).not.toBe(before);
    expect(statSync(join(keys, 'metrics-token')).mode & 0o777).toBe(0o600);
    rotate('alipay', keys, Date.now() + 1000, { urgent: false });
    expect(readdirSync(keys).filter((name) => name.endsWith('.private.pem'))).toHaveLength(2);
    const pepper = refused('rotate', 'holder-pepper', keys);
    expect([pepper.status, pepper.stderr]).toEqual([1, expect.stringContaining('never rotated')]);
    expect(file()).toBe(wholeFile);
  });
});

describe('the ceremony of a root', () => {
  const root = join('root', 'root.jwk.json');
  it('asks for two people and a folder of its own, and shows the fingerprint, and nothing secret', () => {
    const target = join(folder, 'root');
    const two = ['--witness', 'Zhang San', '--witness', 'Li Si', '--rehearsal'];
    for (const words of [[], ['--witness', 'One'], ['--witness', 'One', '--witness', ' one ']])
      expect(refused('root', target, ...words, '--rehearsal').stderr).toContain('before two people');
    const said = run('root', target, ...two);
    expect(said).toMatch(/^ {4}([0-9a-f]{4} ){15}[0-9a-f]{4}$/m);
    expect(said).toContain('trust-root');
    expect(readRoot(readFileSync(join(folder, root), 'utf8'), false)).toBeDefined();
    // Production pins no root of a sandbox.
    expect(readRoot(readFileSync(join(folder, root), 'utf8'), true)).toBeUndefined();
    const { root: secret } = JSON.parse(readFileSync(join(target, 'authority-keys.json'), 'utf8'));
    expect(said).not.toContain(secret);
    expect(statSync(join(target, 'authority-keys.json')).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(join(target, 'ceremony.json'), 'utf8'))).toMatchObject({
      witnesses: ['Zhang San', 'Li Si'],
    });
    expect(refused('root', target, ...two).stderr).toContain('not empty');
  });
});

describe('the keys of a sandbox authority', () => {
  it.skipIf(!isRoot)(
    'belong after a ceremony by root to whom the folder belongs, for their eyes alone',
    () => {
      const data = join(folder, 'authority');
      mkdirSync(data, { mode: 0o700 });
      chownSync(data, 65_534, 65_534);
      openKeyRing(data, random, Date.now());
      for (const name of readdirSync(data)) chownSync(join(data, name), 65_534, 65_534);
      authorityCeremony(data, Date.now(), { act: 'rotate' });
      expect(readdirSync(data).sort()).toEqual(['authority-keys.json', 'root.jwk.json']);
      for (const name of readdirSync(data)) expect(statSync(join(data, name)).uid, name).toBe(65_534);
      expect(statSync(join(data, 'authority-keys.json')).mode & 0o777).toBe(0o600);
    },
  );

  it('are rotated and struck in its folder, whose running process takes them up; the root is no key that could be struck', () => {
    const data = join(folder, 'authority');
    mkdirSync(data);
    const running = openKeyRing(data, random, Date.now());
    const [before, root] = [running.list(), running.root()];
    const leaked = before.sign[0]?.kid ?? '';
    expect(run('authority', 'show', data)).toContain(leaked);
    expect(run('authority', 'rotate', data)).toContain('version 2');
    expect(running.list().sign.map(({ kid }) => kid)).toEqual([expect.any(String), leaked]);
    const said = run('authority', 'strike', leaked, data);
    expect(said).toContain(`${leaked} is struck`);
    expect(running.list()).toMatchObject({
      version: 3,
      sign: [{ kid: expect.not.stringContaining(leaked) }],
    });
    expect(running.root()).toEqual(root);
    const registrar = running.registrar().kid;
    expect(authorityCeremony(data, Date.now(), { act: 'rotate-registrar' })).toContain(registrar);
    expect(authorityCeremony(data, Date.now(), { act: 'strike', name: registrar })).toContain('renew RP');
    expect(running.list().registrars).toEqual([running.registrar().kid]);
    for (const name of [leaked, 'root'])
      expect(() => authorityCeremony(data, Date.now(), { act: 'strike', name })).toThrow(
        'A root is in no list',
      );
    expect(refused('authority', 'rotate', join(folder, 'nowhere')).stderr).toContain(
      'no keys of an authority',
    );
    const secrets = JSON.parse(readFileSync(join(data, 'authority-keys.json'), 'utf8'));
    for (const { privateKey } of [...secrets.sign, ...secrets.seal, secrets.registrar])
      expect(said).not.toContain(privateKey);
  });
});

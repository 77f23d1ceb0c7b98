import { cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../bff/src/config/parse-config.ts';
import { importedRegistry } from '../../bff/src/registry/imported.fixture.ts';
import { bffEnvironment } from './environment.ts';
import { makeSandbox } from './make-sandbox.ts';
import { readTrust } from './read-running.ts';
import { registrySeed } from './registry-seed.ts';
import type { Sandbox } from './sandbox.ts';

let folder: string;
let sandbox: Sandbox;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lz-sandbox-'));
  sandbox = makeSandbox(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (path: string) => readFileSync(path, 'utf8');
const environment = () =>
  bffEnvironment(
    sandbox,
    {
      host: '127.0.0.1',
      bffPort: 4100,
      authorityUrl: 'http://127.0.0.1:4101',
      platformUrl: 'http://127.0.0.1:4102',
    },
    'warn',
  );

describe('the sandbox folder', () => {
  it('is written once and then left as it is', () => {
    const before = read(join(folder, 'registry.json'));
    expect(makeSandbox(folder)).toEqual(sandbox);
    expect(read(join(folder, 'registry.json'))).toBe(before);
  });

  it('of an earlier version is brought up to date by the next start: names become statements', async () => {
    const old = mkdtempSync(join(tmpdir(), 'lz-sandbox-'));
    cpSync(folder, old, { recursive: true });
    const change = (path: string, from: (content: Record<string, unknown>) => object) =>
      writeFileSync(join(old, path), JSON.stringify(from(JSON.parse(read(join(old, path))))));
    change('registry.json', () => ({
      relyingParties: [{ id: 'rp_sandbox-hotel', name: '演示酒店', scenes: ['hotel'] }],
      counters: [{ id: 'cnt_sandbox-hotel-1', rpId: 'rp_sandbox-hotel', name: '前台', key: {} }],
    }));
    change('authority/authority-keys.json', ({ registrar: _registrar, ...keys }) => keys);
    rmSync(join(old, 'authority/authority.db'));
    const renewed = makeSandbox(old);
    const registry = await importedRegistry(read(join(old, 'registry.json')), {
      root: readTrust(renewed).root,
      now: Date.now(),
    });
    const counter = await registry.counter('cnt_sandbox-gov-1');
    expect(counter?.registered).toMatchObject({
      counterName: '一号窗口 Window 1',
      scenes: ['gov-window', 'traffic', 'company'],
    });
    expect(readTrust(renewed).root).toEqual(readTrust(sandbox).root);
    rmSync(old, { recursive: true });
  });

  it('holds a registry that the BFF reads, with all RPs and counters', async () => {
    const registry = await importedRegistry(read(join(folder, sandbox.registry)), {
      root: readTrust(sandbox).root,
      now: Date.now(),
    });
    for (const { counters } of registrySeed) {
      for (const { id } of counters) expect((await registry.counter(id))?.id).toBe(id);
    }
    const ids = sandbox.counters.map(({ id }) => id);
    expect(ids.filter((id) => id.startsWith('cnt_point-'))).toHaveLength(48);
    expect(ids.filter((id) => !id.startsWith('cnt_point-'))).toEqual([
      'cnt_sandbox-hotel-1',
      'cnt_sandbox-hotel-2',
      'cnt_sandbox-gov-1',
      'cnt_sandbox-shop-1',
      'cnt_sandbox-station-1',
      'cnt_sandbox-hospital-1',
      'cnt_sandbox-bank-1',
    ]);
    expect(sandbox.decryptionKeys.map(({ rpId }) => rpId)).toEqual(['rp_sandbox-shop']);
  });

  it('keeps each private key in a file that its owner alone may read', () => {
    const secrets = [
      ...sandbox.counters.map(({ keyFile }) => keyFile),
      ...sandbox.decryptionKeys.map(({ keyFile }) => keyFile),
      sandbox.signingKeys,
      sandbox.alipay.appPrivateKey,
      sandbox.alipay.platformPrivateKey,
      'authority/authority-keys.json',
      'sandbox.json',
    ];
    for (const path of secrets)
      expect([path, statSync(join(folder, path)).mode & 0o777]).toEqual([path, 0o600]);
    expect(read(join(folder, sandbox.registry))).not.toContain('"d"');
  });

  it('gives the BFF an environment that it takes as a sandbox', () => {
    const config = parseConfig(environment(), read);
    expect(config.mode).toBe('sandbox');
    expect(config.keys.result[0]?.kid).toMatch(/^sandbox-/);
    expect(config.about.operator.zh).toContain('演示');
  });

  it('is refused by a BFF in production: its keys, its root and its addresses', () => {
    const production = { ...environment(), LZ_MODE: 'production' };
    expect(() => parseConfig(production, read)).toThrow(
      /LZ_SIGNING_KEYS[\s\S]*LZ_AUTHORITY_URL[\s\S]*LZ_AUTHORITY_ROOT[\s\S]*LZ_WECHAT_URL[\s\S]*LZ_OPERATOR[\s\S]*LZ_PRIVACY_URL/,
    );
  });
});

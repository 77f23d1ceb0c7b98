import { mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { random } from '../authority.fixture.ts';
import type { KeyRing } from '../ports/authority-ports.ts';
import { openKeyRing } from './key-ring.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lz-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the keys of the authority', () => {
  it('are made once, for both suites, and read again as they were', () => {
    const made = openKeyRing(folder, random, 0);
    expect(made.list().seal.map(({ suite }) => suite)).toEqual([1, 17]);
    const read = openKeyRing(folder, random, 1);
    expect(read.list()).toEqual(made.list());
    expect(read.signByRoot('t', { a: 1 })).toBe(made.signByRoot('t', { a: 1 }));
  });

  it('keep the root through rotations, and write its public half for pinning', () => {
    const ring = openKeyRing(folder, random, 0);
    const root = ring.root();
    ring.rotate(1);
    expect(ring.root()).toEqual(root);
    expect(openKeyRing(folder, random, 2).list().version).toBe(2);
    expect(JSON.parse(readFileSync(join(folder, 'root.jwk.json'), 'utf8'))).toEqual({
      ...root,
      kid: 'sandbox-root',
    });
    expect(Object.keys(root).sort()).toEqual(['crv', 'kty', 'x', 'y']);
  });

  it('can be read by their owner only', () => {
    openKeyRing(folder, random, 0);
    expect(statSync(join(folder, 'authority-keys.json')).mode & 0o777).toBe(0o600);
  });

  it('are marked as keys of a sandbox', () => {
    const { sign, seal } = openKeyRing(folder, random, 0).list();
    for (const name of [...sign.map(({ kid }) => kid), ...seal.map(({ keyId }) => keyId)]) {
      expect(name).toMatch(/^sandbox-/);
    }
  });

  it('are not replaced in silence when the file is damaged', () => {
    openKeyRing(folder, random, 0);
    writeFileSync(join(folder, 'authority-keys.json'), '{"version":1}');
    expect(() => openKeyRing(folder, random, 1)).toThrow(TypeError);
  });

  it('are taken up from the file while the authority runs, and never an older list', () => {
    const running = openKeyRing(folder, random, 0);
    const before = readFileSync(join(folder, 'authority-keys.json'));
    const ceremony = openKeyRing(folder, random, 1);
    ceremony.rotate(1);
    expect(running.list()).toEqual(ceremony.list());
    expect(running.list().version).toBe(2);
    writeFileSync(join(folder, 'authority-keys.json'), before);
    expect(running.list().version).toBe(2);
    writeFileSync(join(folder, 'authority-keys.json'), 'spoilt');
    expect(running.list().version).toBe(2);
  });
});

it('a list that could not be read at first counts once it can, though its time is the same', () => {
  const path = join(folder, 'authority-keys.json');
  const running = openKeyRing(folder, random, 0);
  openKeyRing(folder, random, 1).rotate(1);
  const next = readFileSync(path);
  const later = new Date(Date.now() + 5000);
  writeFileSync(path, 'spoilt');
  utimesSync(path, later, later);
  expect(running.list().version).toBe(1);
  writeFileSync(path, next);
  utimesSync(path, later, later);
  expect(running.list().version).toBe(2);
});

describe('a key that leaked', () => {
  const nameOf = {
    sign: (ring: KeyRing) => ring.list().sign[0]?.kid ?? '',
    seal: (ring: KeyRing) => ring.list().seal[0]?.keyId ?? '',
    registrar: (ring: KeyRing) => ring.list().registrars[0] ?? '',
  };
  const namesIn = ({ sign, seal, registrars }: ReturnType<KeyRing['list']>) => [
    ...sign.map(({ kid }) => kid),
    ...seal.map(({ keyId }) => keyId),
    ...registrars,
  ];

  it.each(['sign', 'seal', 'registrar'] as const)(
    'is struck at once as a %s key, with a new one in its place and a version that rises',
    (kind) => {
      const ring = openKeyRing(folder, random, 0);
      const struck = nameOf[kind](ring);
      expect(ring.strike(struck, 1)).toBe(true);
      expect(namesIn(ring.list())).not.toContain(struck);
      expect(ring.list().version).toBe(2);
      expect(ring.sealKey(struck)).toBeUndefined();
      expect([ring.list().sign.length > 0, ring.registrar().kid, ring.currentSealKeyId(1)]).toEqual([
        true,
        ring.list().registrars[0],
        ring.list().seal[0]?.keyId,
      ]);
      expect(namesIn(openKeyRing(folder, random, 2).list())).toEqual(namesIn(ring.list()));
    },
  );

  it('is struck too where it was replaced already, and never twice', () => {
    const ring = openKeyRing(folder, random, 0);
    const [sign, registrar] = [nameOf.sign(ring), nameOf.registrar(ring)];
    ring.rotate(1);
    ring.rotateRegistrar(1);
    expect(namesIn(ring.list())).toEqual(expect.arrayContaining([sign, registrar]));
    expect([ring.strike(sign, 2), ring.strike(registrar, 2)]).toEqual([true, true]);
    expect(namesIn(ring.list())).not.toContain(sign);
    expect(ring.list().registrars).toEqual([ring.registrar().kid]);
    expect([ring.strike(sign, 3), ring.strike('root', 3)]).toEqual([false, false]);
    expect(ring.list().version).toBe(5);
  });

  it('of a registrar before is left out by itself once nothing that it said can count', () => {
    const ring = openKeyRing(folder, random, 0);
    const before = nameOf.registrar(ring);
    ring.rotateRegistrar(1);
    expect(ring.list().registrars).toContain(before);
    ring.rotate(1 + limits.registrarLifetime);
    expect(ring.list().registrars).toEqual([ring.registrar().kid]);
  });
});

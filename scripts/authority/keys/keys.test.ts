import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { random } from '../authority.fixture.ts';
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
});

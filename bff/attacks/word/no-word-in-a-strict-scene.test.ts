import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readRegistry } from '../../src/adapters/registry/file-registry.ts';
import { openAuthority } from '../world/authority.fixture.ts';
import { registerParties } from '../world/parties.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'lz-strict-'));
const authority = await openAuthority(Date.now);
afterAll(async () => {
  await authority.stop();
  rmSync(folder, { recursive: true });
});

it('an operator cannot free a strict scene from the counter word: the BFF does not start, and says whose it is', () => {
  const { file } = registerParties(folder, authority.register);
  const read = () => readRegistry(file, { root: authority.root, now: Date.now() });
  expect(read().counters).toHaveLength(6);
  const registry: { relyingParties: { id: string; counterWord?: object }[] } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  for (const rp of registry.relyingParties)
    if (rp.id === 'rp_office') rp.counterWord = { 'gov-window': 'never' };
  writeFileSync(file, JSON.stringify(registry));
  expect(read).toThrow("the counter word of rp_office cannot be 'never' in gov-window");
});

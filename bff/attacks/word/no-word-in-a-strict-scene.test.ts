import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { importedRegistry } from '../../src/registry/imported.fixture.ts';
import { openAuthority } from '../world/authority.fixture.ts';
import { registerParties } from '../world/parties.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'lz-strict-'));
const authority = await openAuthority(Date.now);
afterAll(async () => {
  await authority.stop();
  rmSync(folder, { recursive: true });
});

it('an operator cannot free a strict scene from the counter word: the BFF does not start, and says whose it is', async () => {
  const { file } = registerParties(folder, authority.register);
  const start = () => importedRegistry(readFileSync(file, 'utf8'), { root: authority.root, now: Date.now() });
  expect(await (await start()).counter('cnt_office-1')).toBeDefined();
  const registry: { relyingParties: { id: string; counterWord?: object }[] } = JSON.parse(
    readFileSync(file, 'utf8'),
  );
  for (const rp of registry.relyingParties)
    if (rp.id === 'rp_office') rp.counterWord = { 'gov-window': 'never' };
  writeFileSync(file, JSON.stringify(registry));
  await expect(start()).rejects.toThrow('rp_office is refused: scenes-invalid');
});

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScenesChosen } from '../../../../shared/contract/operator/terms.ts';
import { asId } from '../../../../shared/ids.ts';
import * as limits from '../../../../shared/limits.ts';
import { importPages } from '../../../../shared/registration/import-pages.ts';
import { readRegistryFile } from '../../../../shared/registration/read-registry-file.ts';
import { sceneNames } from '../../../../shared/scenes.ts';
import { listParties } from '../parties/list-parties.ts';
import { inn, makeKey, testRegistry, token } from '../registry.fixture.ts';
import { readCounter } from '../view/counter-record.ts';
import { readRp } from '../view/rp-record.ts';
import { importPage } from './import-page.ts';

let world: Awaited<ReturnType<typeof testRegistry>>;
beforeEach(async () => {
  world = await testRegistry();
});
afterEach(() => world.ports.db.close());

/** Imports the text of a file page by page, as the command does. */
async function importFile(content: object) {
  const entries = [];
  for (const page of importPages(readRegistryFile(JSON.stringify(content))))
    entries.push(...(await importPage(world.ports, world.actor, page, token)));
  return entries;
}

describe('an import', () => {
  it('takes a relying party with every scene that there is', async () => {
    const all = { id: inn, name: 'Harbour Inn', scenes: sceneNames };
    expect(await importFile({ relyingParties: [all], counters: [] })).toEqual([
      { id: inn, outcome: 'added' },
    ]);
    const { record } = await readRp(world.ports.db, inn);
    expect(record.scenes.map(({ scene }) => scene)).toEqual([...sceneNames]);
  });

  it('takes level, purposes and quotas, of counters too, and passes over what is there', async () => {
    const party = {
      ...{ id: inn, name: 'Harbour Inn', scenes: ['hotel', 'parcel'] },
      ...{ level: { hotel: 'strict' }, purposes: { parcel: ['send'] }, counterWord: { parcel: 'never' } },
      quotas: { liveSessions: 7 },
    };
    const quotas = { streams: 2, sessions: { atOnce: 3, every: 60_000 } };
    const desk = { id: 'cnt_desk-1', rpId: inn, name: 'Desk 1', place: 'Quay 1', key: makeKey('k1'), quotas };
    const file = { relyingParties: [party], counters: [desk] };
    expect((await importFile(file)).map(({ outcome }) => outcome)).toEqual(['added', 'added']);
    const { record, scenesChosen } = await readRp(world.ports.db, inn);
    expect(scenesChosen).toEqual<ScenesChosen>([
      { scene: 'hotel', level: 'strict' },
      { scene: 'parcel', purposes: ['send'], counterWord: 'never' },
    ]);
    expect(record.quotas.liveSessions).toBe(7);
    const counter = await readCounter(world.ports.db, asId('cnt', 'cnt_desk-1'), world.clock.now);
    expect(counter.quotasChosen).toEqual(quotas);
    expect((await importFile(file)).map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
  });

  it('refuses what does not fit by itself, names the place in it, and takes the rest of the page', async () => {
    const party = (rpId: string) => ({ rpId, name: rpId, scenes: [{ scene: 'hotel' }] });
    const page = [party('rp_one'), { ...party('rp_two'), scenes: [{ scene: 'bank' }] }, 7, party('rp_four')];
    const entries = await importPage(world.ports, world.actor, { relyingParties: page }, token);
    expect(entries).toMatchObject([
      { id: 'rp_one', outcome: 'added' },
      { id: 'rp_two', outcome: 'refused', code: 'request-invalid' },
      { id: '', outcome: 'refused', code: 'request-invalid' },
      { id: 'rp_four', outcome: 'added' },
    ]);
    expect(entries[1]?.fault).toBe('/scenes/0/scene is none of the words there are');
    expect(JSON.stringify(entries)).not.toContain('bank');
    const { relyingParties } = await listParties(world.ports, {});
    expect(relyingParties.map(({ rpId }) => rpId)).toEqual(['rp_four', 'rp_one']);
  });

  it('goes in pages that a call takes', () => {
    const of = (length: number) =>
      Array.from({ length }, (_, n) => ({ id: `rp_inn-${n}`, scenes: ['hotel'] }));
    const file = readRegistryFile(JSON.stringify({ relyingParties: of(120), counters: [] }));
    const sizes = [...importPages(file)].map(({ relyingParties = [] }) => relyingParties.length);
    expect(sizes).toEqual([limits.importPage, limits.importPage, 20]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '../../../../shared/ids.ts';
import { testRegistry, token } from '../registry.fixture.ts';
import { addParty } from './add-party.ts';
import { renameParty } from './change-party.ts';
import { listParties } from './list-parties.ts';
import { searchTerms } from './search-terms.ts';

const migrations = fileURLToPath(new URL('../../../migrations/', import.meta.url));
let world: Awaited<ReturnType<typeof testRegistry>>;
beforeEach(async () => {
  world = await testRegistry();
  const { ports, actor } = world;
  for (const [id, name] of parties)
    await addParty(ports, actor, { rpId: asId('rp', id), name, scenes: [{ scene: 'hotel' }] }, { token });
});
afterEach(() => world.ports.db.close());

const parties = [
  ['rp_harbour-inn', '港湾酒店 Harbour Inn'],
  ['rp_harbour-post', '港湾快递 Harbour Post'],
  ['rp_inn-2', 'Ｃafé Inn (East)'],
  ['rp_x1', '旧港旅馆'],
] as const;

const found = async (find: string, limit = 50) => {
  const ids: string[] = [];
  for (let after: string | undefined, more = true; more; more = after !== undefined) {
    const page = await listParties(world.ports, { find, limit, ...(after && { after }) });
    ids.push(...page.relyingParties.map(({ rpId }) => rpId));
    after = page.next;
  }
  return ids;
};

describe('a relying party is found', () => {
  it.each([
    ['the beginning of its id', 'rp_harbour-i', ['rp_harbour-inn']],
    ['its id without rp_', 'harbour-i', ['rp_harbour-inn']],
    ['the beginning of its name', '港湾', ['rp_harbour-inn', 'rp_harbour-post']],
    ['a later word of its name', 'POST', ['rp_harbour-post']],
    ['full width or not', 'ｃAFÉ', ['rp_inn-2']],
    ['several words, whatever stands between', 'inn east', ['rp_inn-2']],
    ['letters as they are written together', 'INN (e', ['rp_inn-2']],
    ['nothing in the middle of a word', '湾', []],
    ['nobody', 'nobody', []],
  ])('by %s', async (_, text, ids) => {
    expect((await found(text)).sort()).toEqual(ids);
  });

  it('once, however many of its words begin so, page by page', async () => {
    for (const limit of [1, 2, 50])
      expect((await found('inn', limit)).sort()).toEqual(['rp_harbour-inn', 'rp_inn-2']);
    expect(await found('r', 1)).toHaveLength(4);
  });

  it('by its new name alone once it is renamed', async () => {
    const at = { rpId: asId('rp', 'rp_x1'), version: 1 };
    await renameParty(world.ports, world.actor, at, { name: '新港旅馆', token });
    expect([await found('旧港'), await found('新港'), await found('x1')]).toEqual([[], ['rp_x1'], ['rp_x1']]);
  });

  it('but not among those of one standing', async () => {
    const both = listParties(world.ports, { find: 'inn', standing: 'active' });
    await expect(both).rejects.toMatchObject({ code: 'request-invalid' });
  });
});

it('what is found costs the same among thousands: indexes alone, in their order', async () => {
  const asked: { sql: string; params: Record<string, string | number | null> }[] = [];
  const { db } = world.ports;
  const read: typeof db.read = async (sql, params) => {
    asked.push({ sql, params });
    return db.read(sql, params);
  };
  const page = await listParties({ db: { ...db, read } }, { find: 'inn', limit: 1 });
  await listParties({ db: { ...db, read } }, { find: 'inn', ...(page.next && { after: page.next }) });
  expect(asked).toHaveLength(2);
  const database = new DatabaseSync(':memory:');
  for (const name of readdirSync(migrations).sort()) database.exec(readFileSync(migrations + name, 'utf8'));
  for (const { sql, params } of asked)
    for (const { detail } of database.prepare(`explain query plan ${sql}`).all(params))
      expect(String(detail)).not.toMatch(/^SCAN |TEMP B-TREE/);
  database.close();
});

it('what was there before is found as what comes now', () => {
  const database = new DatabaseSync(':memory:');
  const names = readdirSync(migrations).sort();
  const at = names.findIndex((name) => name.includes('relying-party-search'));
  for (const name of names.slice(0, at)) database.exec(readFileSync(migrations + name, 'utf8'));
  const old = [...parties.filter(([id]) => id !== 'rp_inn-2'), ['rp_inn-3', "Wang's Inn - (East) "]] as const;
  const insert = database.prepare(
    `insert into relying_parties (id, name, scenes, scenes_left, quotas, registered_at, version) values (?, ?, '[]', '[]', '{}', 1, 1)`,
  );
  for (const [id, name] of old) insert.run(id, name);
  for (const name of names.slice(at)) database.exec(readFileSync(migrations + name, 'utf8'));
  const kept = database.prepare('select term from relying_party_terms where rp_id = ? order by term');
  for (const [id, name] of old)
    expect(kept.all(id).map(({ term }) => term)).toEqual(searchTerms(asId('rp', id), name).sort());
  database.close();
});

import type { World } from '../world/world.fixture.ts';

/** How many entries the audit chain has once nothing is on its way to it any more. */
export async function entriesOf({ ports }: World): Promise<number> {
  // An entry that is awaited is written with all that came before it.
  await ports.audit({ event: 'tally', by: 'clock', since: 0, counts: {} });
  const [row] = await ports.db.read('select count(*) as entries from audit', {});
  return Number(row?.entries);
}

/** How many entries `act` adds. */
export async function entriesBy(world: World, act: () => Promise<unknown>): Promise<number> {
  const before = await entriesOf(world);
  await act();
  return (await entriesOf(world)) - before - 1;
}

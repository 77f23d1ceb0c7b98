import { expect, it } from 'vitest';
import { citizen } from '../world/parties.fixture.ts';
import { applyAs } from '../world/phone.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an application that passes after its phone was taken over leaves no live credential at the authority', async () => {
  const old = await world.phone('anna');
  const decide = world.authority.holdNextDecision();
  const applying = applyAs(old, citizen(500)).catch(() => undefined);
  await world.untilDeciding();
  await world.phone('anna');
  decide();
  await applying;
  await expect.poll(() => world.outbox(), { timeout: 5_000 }).toEqual([]);
  expect(await world.liveAtAuthority()).toEqual([]);
});

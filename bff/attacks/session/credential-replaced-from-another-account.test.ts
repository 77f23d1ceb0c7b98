import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { citizen } from '../world/parties.fixture.ts';
import { applyAs } from '../world/phone.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a credential that its citizen replaced from another account is void here too, though its phone asks for nothing', async () => {
  const [old, present] = [await world.phone('anna-by-wechat'), await world.phone('anna-by-sms')];
  await applyAs(old, citizen(500));
  await applyAs(present, citizen(500));
  world.clock.pass(limits.followEvery);
  await expect.poll(() => old.card(), { timeout: 5_000 }).toMatchObject({ state: 'void' });
  expect(await present.card()).toMatchObject({ state: 'active' });
});

import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { citizen } from '../world/parties.fixture.ts';
import { applyAs } from '../world/phone.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an application that is decided while every BFF is down for minutes is passed here as it is there', async () => {
  const phone = await world.phone('anna');
  const decide = world.authority.holdNextDecision();
  const applying = applyAs(phone, citizen(500)).catch(() => undefined);
  await world.untilDeciding();
  await world.stop();
  decide();
  await applying;
  world.clock.pass(limits.decidingLifetime + 120_000);
  const at = await world.another();
  const card = () => phone.card(at);
  await expect.poll(card, { timeout: 5_000 }).toMatchObject({ state: 'active' });
  const [live] = await world.liveAtAuthority();
  expect(await card()).toMatchObject({ handle: live });
});

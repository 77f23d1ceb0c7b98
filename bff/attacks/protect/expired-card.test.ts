import { expect, it } from 'vitest';
import { validityEnd } from '../../../shared/card-validity.ts';
import { challenged, ended, sendSamples } from '../world/check.fixture.ts';
import { cardFor, cardOf, credentialed, handleOf } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a credential ends with its card at midnight in China, on both sides, for checks in flight too, and nothing but applying brings one back', async () => {
  const lastDay = cardFor(world, 40);
  const ends = validityEnd(lastDay) ?? 0;
  const phone = await credentialed(world, 1, 'strict', lastDay);
  const handle = await handleOf(phone);
  expect(await cardOf(phone)).toMatchObject({ state: 'active', endsAt: ends });

  world.clock.at = ends - 1_000;
  expect(await cardOf(phone)).toMatchObject({ state: 'active' });
  const check = await challenged(world, phone);
  const decide = world.authority.holdNextDecision();
  await sendSamples(check);
  world.clock.at = ends;
  decide();
  expect((await ended(check)).state).toBe('failed');
  expect(await cardOf(phone)).toMatchObject({ state: 'void', reason: 'expired' });
  const session = await world.hotel.open();
  expect(await phone.claim({ code: world.hotel.code(session) })).toMatchObject({ code: 'credential-void' });
  await expect.poll(() => world.authority.credential(handle)?.state, { timeout: 30_000 }).toBe('void');
  expect(world.authority.credential(handle)).toMatchObject({ face: undefined, voice: undefined });

  const next = await world.phone(phone.account);
  expect(await cardOf(next)).toMatchObject({ state: 'void', reason: 'expired' });
});

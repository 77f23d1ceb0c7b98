import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { agree, challenged, claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a sample that comes after its challenge ran out is refused', async () => {
  const { phone, sessionId, face } = await challenged(world);
  world.clock.pass(limits.challengeLifetime);
  expect(await phone.put(sessionId, 'face', face)).toMatchObject({ status: 410, code: 'challenge-expired' });
});

it('the phone refuses a challenge that was kept back until it ran out', async () => {
  const phone = await world.citizen();
  phone.lies.challenge = (jws) => {
    world.clock.pass(limits.challengeLifetime + limits.clockSkew + 1000);
    return jws;
  };
  const asked = agree(await claimed(world, phone));
  await expect(asked).rejects.toMatchObject({ code: 'authority-untrusted', why: 'challenge-expired' });
});

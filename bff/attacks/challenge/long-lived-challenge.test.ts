import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { agree, claimed } from '../world/check.fixture.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ mayBeUnavailable: true });

it('the BFF refuses a challenge that gives an attacker more time than one may', async () => {
  const check = await claimed(world);
  const exp = (world.clock.at + limits.challengeLifetime + limits.clockSkew) / 1000 + 1;
  world.authority.lies.challenge = (jws) =>
    world.authority.keys.sign('lz-challenge+jwt', { ...claimsOf(jws), exp });
  await expect(agree(check)).rejects.toMatchObject({ code: 'authority-unavailable' });
});

import { expect, it } from 'vitest';
import { asId } from '../../../shared/ids.ts';
import { takeDevice } from '../../src/login/take-device.ts';
import { challenged, sendSamples } from '../world/check.fixture.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { makePair } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a check that is decided between the two writes of a takeover does not pass', async () => {
  const phone = await world.citizen('anna');
  const holderId = asId('hol', String(claimsOf(phone.token()).sub));
  const check = await challenged(world, phone);
  const decide = world.authority.holdNextDecision();
  await sendSamples(check);
  // What a login does first, and all that it did where the process was killed then.
  await takeDevice(world.ports, holderId, {
    device: makePair('thief').open.x,
    platform: undefined,
    soter: undefined,
  });
  decide();
  const state = async () => (await world.hotel.view(check.sessionId)).state;
  await expect.poll(state, { timeout: 5_000 }).toBe('failed');
});

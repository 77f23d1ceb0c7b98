import { expect, it } from 'vitest';
import { asId } from '../../../shared/ids.ts';
import { takeDevice } from '../../src/login/take-device.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { citizen, makePair } from '../world/parties.fixture.ts';
import { applyAs } from '../world/phone.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an application that is decided between the two writes of a takeover brings the new phone no credential', async () => {
  const old = await world.phone('anna');
  const holderId = asId('hol', String(claimsOf(old.token()).sub));
  const decide = world.authority.holdNextDecision();
  const applying = applyAs(old, citizen(500)).catch(() => undefined);
  await world.untilDeciding();
  // What a login does first, and all that it did where the process was killed then.
  await takeDevice(world.ports, holderId, {
    device: makePair('thief').open.x,
    platform: undefined,
    soter: undefined,
  });
  decide();
  await applying;
  const deciding = () => world.ports.db.read(`select id from sessions where state = 'deciding'`, {});
  await expect.poll(deciding, { timeout: 5_000 }).toEqual([]);
  const live = `select state from credentials where holder_id = :holderId and state = 'active'`;
  expect(await world.ports.db.read(live, { holderId })).toEqual([]);
});

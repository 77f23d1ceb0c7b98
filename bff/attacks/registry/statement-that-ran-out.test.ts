import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { expectUnknown } from '../world/registration.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const { keys } = world.authority;
const hour = 3600;

it('a BFF that goes on showing a statement that ran out is believed by no phone', async () => {
  await expectUnknown(
    world,
    ({ registrar, statement }) => ({
      registrar,
      statement: keys.signByRegistrar('lz-registration+jwt', {
        ...claimsOf(statement),
        exp: world.clock.at / 1000 - hour,
      }),
    }),
    'registration-over',
  );
});

it('a counter whose registration has run out opens no session, so that nobody is asked by it', async () => {
  const asked = { scene: 'hotel', purpose: 'check-in' };
  expect((await world.hotel.askSession(asked)).status).toBe(201);
  world.clock.pass(limits.registrationLifetime);
  expect(await world.hotel.askSession(asked)).toMatchObject({ status: 403, code: 'counter-unregistered' });
});

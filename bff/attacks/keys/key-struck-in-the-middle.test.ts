import { expect, it } from 'vitest';
import type { CheckedChallenge } from '../../../miniprogram/src/attempt/check-challenge.ts';
import { demandStandingKeys } from '../../../miniprogram/src/attempt/demand-standing-keys.ts';
import * as limits from '../../../shared/limits.ts';
import { challenged } from '../world/check.fixture.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const { keys } = world.authority;

it('a BFF that shows the list of before just before the phone seals, or one of its own, is believed nothing', async () => {
  const { phone, checked } = await challenged(world);
  keys.rotate(world.clock.at);
  world.clock.pass(limits.keyListFresh);
  await demandStandingKeys(phone.holder, checked);
  phone.lies.keyList = (list) => keys.signByRoot('lz-keys+jwt', { ...claimsOf(list), version: 1 });
  await expect(demandStandingKeys(phone.holder, checked)).rejects.toMatchObject({ why: 'key-list-older' });
  phone.lies.keyList = (list) => keys.sign('lz-keys+jwt', claimsOf(list));
  await expect(demandStandingKeys(phone.holder, checked)).rejects.toMatchObject({
    why: 'key-list-signature',
  });
});

it.each([
  ['that signed the challenge', ({ signedBy }: CheckedChallenge) => signedBy],
  ['that is sealed to', ({ claims }: CheckedChallenge) => claims.sealKeyId],
  // The last one: after it the counters of this world would have to be registered anew.
  ['of the registrar who said who asks', ({ registrar = '' }: CheckedChallenge) => registrar],
])('a phone that has captured meanwhile seals nothing once the key %s was struck', async (_which, name) => {
  const { phone, checked } = await challenged(world);
  await demandStandingKeys(phone.holder, checked);
  expect(keys.strike(name(checked), world.clock.at)).toBe(true);
  world.clock.pass(limits.keyListFresh);
  await expect(demandStandingKeys(phone.holder, checked)).rejects.toMatchObject({
    ...{ code: 'sample-refused', why: 'key-struck', action: 'capture-again' },
  });
});

import { expect, it } from 'vitest';
import { challenge } from '../../../miniprogram/src/attempt/03-challenge.ts';
import * as limits from '../../../shared/limits.ts';
import { checkThrough, claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('after five wrong faces the credential rests for half an hour, at every counter', async () => {
  const phone = await world.citizen();
  await world.authority.script({ name: 'stub-decision', outcome: 'fail', times: limits.failuresBeforeLock });
  for (let i = 0; i < limits.failuresBeforeLock; i++)
    expect((await checkThrough(world, phone)).view.state).toBe('failed');
  const { shown } = await claimed(world, phone, world.shop);
  const asked = challenge(phone.holder, { view: shown, consent: { face: true, voice: true } });
  await expect(asked).rejects.toMatchObject({ code: 'credential-locked' });
  world.clock.pass(limits.lockDuration);
  expect((await checkThrough(world, phone)).view.state).toBe('passed');
});

import { expect, it } from 'vitest';
import { challenge } from '../../../miniprogram/src/attempt/03-challenge.ts';
import { claimed } from '../world/check.fixture.ts';
import { citizen } from '../world/parties.fixture.ts';
import { applyAs } from '../world/phone.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('the credential of a citizen who applied again on another account is good for no challenge', async () => {
  const [old, present] = [await world.phone(), await world.phone()];
  await applyAs(old, citizen(500));
  const { shown } = await claimed(world, old);
  await applyAs(present, citizen(500));
  const asked = challenge(old.holder, { view: shown, consent: { face: true, voice: true } });
  await expect(asked).rejects.toMatchObject({ code: 'credential-void' });
  expect((await claimed(world, present)).shown.state).toBe('claimed');
});

import { expect, it } from 'vitest';
import { strengthen } from '../../../miniprogram/src/protect/strengthen.ts';
import { cardOf, credentialed, handleOf, protectAs } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a picture of the holder unfreezes nothing, on neither side', async () => {
  const phone = await credentialed(world, 1);
  const handle = await handleOf(phone);
  expect(await strengthen(phone.holder, 'freeze')).toMatchObject({ state: 'frozen' });
  await world.authority.script({
    ...{ name: 'stub-decision', outcome: 'fail', hints: ['use-a-live-face'], times: 1 },
  });
  const tried = await protectAs(phone, 'unfreeze');
  expect(tried).toMatchObject({ state: 'failed', hints: ['use-a-live-face'] });
  expect(await cardOf(phone)).toMatchObject({ state: 'frozen' });
  expect(world.authority.credential(handle)).toMatchObject({ state: 'frozen' });
});

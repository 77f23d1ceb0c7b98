import { expect, it } from 'vitest';
import { playApplication } from '../../../scripts/stand-ins/phone/play-journey.ts';
import { addWard } from '../world/family.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a child under 14 gets no credential of its own on whatever phone, and one of 14 does', async () => {
  const apply = async (age: number) => {
    const phone = await world.phone();
    const typed = { identity: addWard(world, age) };
    const view = await playApplication(phone.holder, typed, { triesAgain: async () => false });
    return { view, card: (await phone.whoAmI()).body };
  };
  const alone = await apply(13.8);
  expect(alone.view).toMatchObject({ state: 'failed', hints: ['needs-guardian'] });
  expect(alone.card).toMatchObject({ state: 'none' });
  expect((await apply(14)).card).toMatchObject({ state: 'active' });
});

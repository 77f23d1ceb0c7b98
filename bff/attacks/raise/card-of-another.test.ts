import { expect, it } from 'vitest';
import { applicant, cardOf, levelOn, officerAt, raiseThrough } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('the card of somebody else raises nobody, however genuine it is', async () => {
  const [officer, who, other] = [await officerAt(world), await applicant(world), await applicant(world)];
  expect(await raiseThrough(officer, who, { card: cardOf(other) })).toBe('failed');
  expect([await levelOn(who), await levelOn(other)]).toEqual(['basic', 'basic']);
});

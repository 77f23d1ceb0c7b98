import { expect, it } from 'vitest';
import { applicant, cardOf, levelOn, officerAt, raiseThrough } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a chip that says something else than its issuer signed raises nobody', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const longer = { ...cardOf(who), validUntil: '2060-01-01' };
  expect(await raiseThrough(officer, who, { card: longer })).toBe('failed');
});

it('nor does a chip of an issuer that the authority does not know, or one that has run out', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const { chip, ...printed } = cardOf(who);
  if (chip === null) throw new Error('no chip');
  const stranger = { ...printed, chip: { ...chip, kid: 'stranger' } };
  expect(await raiseThrough(officer, who, { card: stranger })).toBe('failed');
  expect(await raiseThrough(officer, who, { card: cardOf(who, { validUntil: '2020-01-01' }) })).toBe(
    'failed',
  );
  expect(await levelOn(who)).toBe('basic');
});

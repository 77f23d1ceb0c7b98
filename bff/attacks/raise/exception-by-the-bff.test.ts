import { expect, it } from 'vitest';
import { challenge } from '../../../miniprogram/src/attempt/03-challenge.ts';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { applicant, cardOf, exceptBehind, levelOn, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a BFF that says by itself that no face is taken gets no pass of one officer alone', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const session = await officer.open();
  const shown = await claim(who.phone.holder, officer.code(session));
  await exceptBehind(world, shown.id);
  const { checked } = await challenge(who.phone.holder, {
    view: shown,
    consent: { face: true, voice: false },
  });
  expect(checked.claims.samples).toEqual(['card', 'officer-decision']);
  await officer.bringCard(shown.id, cardOf(who));
  await expect(officer.begin(shown.id, yes)).rejects.toThrow('decision-invalid');
  expect(await levelOn(who)).toBe('basic');
});

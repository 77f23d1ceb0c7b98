import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import * as limits from '../../../shared/limits.ts';
import { applicant, carded, endOf, levelOn, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an officer who was revoked raises nothing more, also with a card that lies on the reader', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const sessionId = await carded(officer, who);
  await world.authority.administer(`officers/${officer.officerId}/revoke`);
  await expect(officer.decide(sessionId, yes)).rejects.toThrow('shift-over');
  world.clock.pass(limits.shiftStanding);
  await expect(officer.open()).rejects.toThrow('shift-over');
});

it('nor with a word that was given before the verdict was made', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const sessionId = await carded(officer, who);
  const release = world.authority.holdNextDecision();
  await officer.decide(sessionId, yes);
  await world.authority.administer(`officers/${officer.officerId}/revoke`);
  release();
  expect(await endOf(who, sessionId)).toBe('failed');
  expect(await levelOn(who)).toBe('basic');
});

it('nor with a passkey that was', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const sessionId = await carded(officer, who);
  const release = world.authority.holdNextDecision();
  await officer.decide(sessionId, yes);
  const { officerId, passkey } = officer;
  await world.authority.administer(`officers/${officerId}/passkeys/${passkey.id}/revoke`);
  release();
  expect(await endOf(who, sessionId)).toBe('failed');
  await expect(officer.beginShift()).rejects.toThrow('passkey-refused');
});

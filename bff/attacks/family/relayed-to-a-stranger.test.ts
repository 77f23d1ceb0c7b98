import { expect, it } from 'vitest';
import { listDelegations } from '../../../miniprogram/src/family/list-delegations.ts';
import { issueCard, yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { readShiftCall } from '../../../shared/contract/officer/shift.ts';
import * as limits from '../../../shared/limits.ts';
import { addWard, atDesk, endOf, grownKin, kinOf } from '../world/family.fixture.ts';
import { type Applicant, applicant, cardOf, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
type Officer = Awaited<ReturnType<typeof officerAt>>;

const left = async ({ browser }: Officer) => (await browser.call(readShiftCall)).raisesLeft;
const wardsOf = async ({ phone }: Applicant) => (await listDelegations(phone.holder)).delegations;

it('a stranger at the desk binds nobody to the phone of somebody elsewhere, who was sent the code and shows the own face', async () => {
  const [officer, accomplice, stranger] = [
    await officerAt(world),
    await applicant(world),
    await applicant(world),
  ];
  const before = await left(officer);
  const child = await atDesk(officer, accomplice, kinOf(addWard(world)), false, cardOf(stranger));
  await officer.decide(child, yes);
  expect(await endOf(accomplice, child)).toMatchObject({ state: 'failed', hints: ['card-not-matched'] });
  const grown = await atDesk(officer, accomplice, grownKin(addWard(world, 70)), true, cardOf(stranger));
  await officer.decide(grown, yes);
  expect(await endOf(accomplice, grown)).toMatchObject({ state: 'failed', hints: ['card-not-matched'] });
  expect(await wardsOf(accomplice)).toEqual([]);
  expect(await left(officer)).toBe(before - 2);
  const seen = JSON.stringify(await officer.view(grown));
  for (const told of ['card', stranger.identity.name, accomplice.identity.name, accomplice.identity.idNumber])
    expect(seen).not.toContain(told);
});

it('nor does a card that was typed, of somebody or of nobody: both are told alike, and read anew', async () => {
  const [officer, accomplice, stranger] = [
    await officerAt(world),
    await applicant(world),
    await applicant(world),
  ];
  const typed = { ...cardOf(stranger), chip: null };
  const nobody = { ...typed, idNumber: '990001198001010011' };
  for (const card of [typed, nobody]) {
    const sessionId = await atDesk(officer, accomplice, kinOf(addWard(world)), false, card);
    await officer.decide(sessionId, yes);
    expect(await endOf(accomplice, sessionId)).toMatchObject({
      state: 'claimed',
      hints: ['card-not-matched'],
    });
    await officer.end(sessionId);
  }
  expect(await wardsOf(accomplice)).toEqual([]);
});

it('and whoever is told so as often as a phone is locked is locked by none of it', async () => {
  const [officer, who, stranger] = [await officerAt(world), await applicant(world), await applicant(world)];
  for (let n = 0; n < limits.failuresBeforeLock; n++) {
    const sessionId = await atDesk(officer, who, kinOf(addWard(world)), false, cardOf(stranger));
    await officer.decide(sessionId, yes);
    expect((await endOf(who, sessionId)).state).toBe('failed');
  }
  const own = await atDesk(officer, who, kinOf(addWard(world)));
  await officer.decide(own, yes);
  expect((await endOf(who, own)).state).toBe('passed');
});

it('nor does the card of the ward, or a forged one of the guardian', async () => {
  const [officer, who] = [await officerAt(world), await applicant(world)];
  const ward = addWard(world, 70);
  const kin = grownKin(ward);
  const cards = [
    [issueCard({ ...ward, validUntil: '2040-01-01' }), 'card-not-matched'],
    [{ ...cardOf(who), validUntil: '2060-01-01' }, 'card-doubted'],
  ] as const;
  for (const [card, hint] of cards) {
    const sessionId = await atDesk(officer, who, kin, true, card);
    await officer.decide(sessionId, yes);
    expect(await endOf(who, sessionId)).toMatchObject({ state: 'failed', hints: [hint] });
  }
  expect(await wardsOf(who)).toEqual([]);
});

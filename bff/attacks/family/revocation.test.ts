import { expect, it } from 'vitest';
import { listDelegations } from '../../../miniprogram/src/family/list-delegations.ts';
import { issueCard, yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { assistChallengeCall } from '../../../shared/contract/assist/03-challenge.ts';
import type { Identity } from '../../../shared/sample/samples.ts';
import { endDelegations } from '../../src/jobs/end-delegations.ts';
import { readNotices } from '../../src/notice/read-notices.ts';
import { sealedFace } from '../world/check.fixture.ts';
import { addWard, endOf, forWard, guardianOf } from '../world/family.fixture.ts';
import { officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const cardOf = (who: Identity) => issueCard({ ...who, validUntil: '2040-01-01' });
type Officer = Awaited<ReturnType<typeof officerAt>>;

async function revoke(officer: Officer, card: Parameters<Officer['openRevocation']>[0], decision = yes) {
  const sessionId = await officer.openRevocation(card);
  await officer.decide(sessionId, decision);
  return officer.until(sessionId, ({ state }) => state === 'claimed');
}

it('an adult ward revokes alone at a desk: at once, in flight too, and the guardian is told', async () => {
  const guardian = await guardianOf(world, { age: 70 });
  const { holder } = guardian.phone;
  const { delegationId } = guardian.delegation;
  const { sessionId, checked } = await forWard(world, guardian, delegationId);
  expect((await revoke(guardian.officer, cardOf(guardian.ward))).state).toBe('passed');
  expect((await listDelegations(holder)).delegations).toMatchObject([{ delegationId, state: 'ended' }]);
  await expect(forWard(world, guardian, delegationId)).rejects.toMatchObject({ code: 'delegation-over' });
  await guardian.phone.put(sessionId, 'face', await sealedFace(guardian.phone, checked));
  expect((await endOf(guardian, sessionId)).state).toBe('failed');
  await endDelegations(world.ports);
  const told = await readNotices(world.ports, holder.device.thumbprint, 0);
  expect(told.map(({ kind }) => kind)).toContain('delegation-ended');
});

it('nobody revokes with the card of another, with a forged one, or against the officer’s word', async () => {
  const guardian = await guardianOf(world, { age: 70 });
  const { officer, ward } = guardian;
  const another = { ...cardOf(ward), name: '别人', chip: null };
  expect((await revoke(officer, another)).state).toBe('claimed');
  const forged = { ...cardOf(ward), validFrom: '2019-01-01' };
  expect((await revoke(officer, forged)).state).toBe('failed');
  const refused = {
    outcome: 'refuse',
    cardGenuine: true,
    faceUnnatural: false,
    doubt: 'face-differs',
  } as const;
  expect((await revoke(officer, cardOf(ward), refused)).state).toBe('failed');
  const { delegations } = await listDelegations(guardian.phone.holder);
  expect(delegations).toMatchObject([{ state: 'active' }]);
});

it('a card that was mistyped is read once more, and revokes then', async () => {
  const { officer, ward } = await guardianOf(world, { age: 70 });
  const { sessionId } = await revoke(officer, { ...cardOf(ward), name: '别人', chip: null });
  await officer.browser.call(assistChallengeCall, { sessionId }, { body: { voice: false } });
  await officer.bringCard(sessionId, cardOf(ward));
  await officer.decide(sessionId, yes);
  expect((await officer.until(sessionId, () => false)).state).toBe('passed');
});

it('nor a child, whose parents answer for it by law', async () => {
  const guardian = await guardianOf(world, { age: 17, kin: { relation: 'child' } });
  expect((await revoke(guardian.officer, cardOf(guardian.ward))).state).toBe('failed');
  const { delegations } = await listDelegations(guardian.phone.holder);
  expect(delegations).toMatchObject([{ state: 'active' }]);
});

it('nor the guardian as an officer, and no officer learns for whom somebody answers', async () => {
  const guardian = await guardianOf(world, { age: 70 });
  const self = await officerAt(world, 'north', guardian.identity);
  const sessionId = await self.openRevocation(cardOf(guardian.ward));
  await expect(self.decide(sessionId, yes)).rejects.toMatchObject({ code: 'officer-may-not' });
  const stranger = addWard(world, 40);
  expect((await revoke(guardian.officer, cardOf(stranger))).state).toBe('passed');
});

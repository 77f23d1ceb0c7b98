import { expect, it } from 'vitest';
import { listDelegations } from '../../../miniprogram/src/family/list-delegations.ts';
import { issueCard, yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import * as limits from '../../../shared/limits.ts';
import type { Identity } from '../../../shared/sample/samples.ts';
import { guardianOf } from '../world/family.fixture.ts';
import { officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const typedCard = (who: Identity) => ({ ...issueCard({ ...who, validUntil: '2040-01-01' }), chip: null });

it('an officer who ends delegations by typed cards is stopped by the cap and named', async () => {
  const [one, other, third] = [
    await guardianOf(world, { age: 70 }),
    await guardianOf(world, { age: 71 }),
    await guardianOf(world, { age: 72 }),
  ];
  const hostile = await officerAt(world);
  world.authority.raisedToday(hostile, limits.raisesPerOfficerDay - 2);
  for (const { ward } of [one, other]) {
    const sessionId = await hostile.openRevocation(typedCard(ward));
    await hostile.decide(sessionId, yes);
    expect((await hostile.until(sessionId, () => false)).state).toBe('passed');
    world.clock.at += 1000;
  }
  const late = await hostile.openRevocation(typedCard(third.ward));
  await expect(hostile.begin(late, yes)).rejects.toThrow('officer-cap-reached');
  expect((await listDelegations(third.phone.holder)).delegations).toMatchObject([{ state: 'active' }]);

  const { acts } = await world.authority.administer('bound', { pointId: 'acp_north' });
  const { officerId } = hostile;
  const ended = [other, one].map(({ delegation: { delegationId } }) => delegationId);
  const revoked = acts.filter(({ kind }: { kind: string }) => kind === 'revoked');
  expect(revoked).toMatchObject(
    ended.map((id) => ({ pointId: 'acp_north', hands: [{ officerId }], delegationIds: [id] })),
  );
  const [{ passkeyId }] = revoked[0].hands;
  for (const by of [{ officerId }, { passkeyId }])
    expect(await world.authority.administer('bound', by)).toEqual({ acts: revoked });
  expect(JSON.stringify(acts)).not.toMatch(new RegExp(`${one.ward.name}|${one.ward.idNumber}`));
});

import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import * as limits from '../../../shared/limits.ts';
import { atDesk, endOf, guardianOf, kinOf } from '../world/family.fixture.ts';
import { handlesOf, placesOf } from '../world/held.fixture.ts';
import { applicant } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ mayBeUnavailable: true });

it('whoever spoils the verdict of a binding leaves no second guardian behind at the authority, and the first one as before', async () => {
  const first = await guardianOf(world);
  const who = await applicant(world);
  const sessionId = await atDesk(first.officer, who, kinOf(first.ward));
  const decide = world.authority.holdNextDecision();
  await first.officer.decide(sessionId, yes);
  await world.untilDeciding();
  world.authority.lies.verdict = (genuine) => `${genuine.slice(0, -8)}AAAAAAAA`;
  decide();
  const ended = endOf(who, sessionId);
  const named = await handlesOf(world, who.phone);
  const bound = 'authority delegations.guardian: person';
  await expect.poll(() => placesOf(world, named), { timeout: 30_000 }).toContain(bound);
  world.clock.pass(limits.decidingLifetime);
  expect((await ended).state).toBe('aborted');
  delete world.authority.lies.verdict;
  for (let n = 0; n < 2; n++) {
    world.clock.pass(limits.outboxPauseMost);
    await expect.poll(() => world.outbox(), { timeout: 30_000 }).toEqual([]);
  }
  const { name, idNumber } = first.ward;
  expect(await world.authority.administer('delegations/end', { legalName: name, idNumber })).toEqual({
    ended: 1,
  });
});

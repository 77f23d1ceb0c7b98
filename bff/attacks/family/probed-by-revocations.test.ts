import { expect, it } from 'vitest';
import { listDelegations } from '../../../miniprogram/src/family/list-delegations.ts';
import { issueCard, yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { makeCitizen } from '../../../scripts/stand-ins/phone/make-citizen.ts';
import { assistChallengeCall } from '../../../shared/contract/assist/03-challenge.ts';
import * as limits from '../../../shared/limits.ts';
import type { Identity } from '../../../shared/sample/samples.ts';
import { guardianOf } from '../world/family.fixture.ts';
import { applicant, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const typedCard = (who: Identity) => ({ ...issueCard({ ...who, validUntil: '2040-01-01' }), chip: null });

it('an officer who types one name and number after another is answered alike of all, until the day is over', async () => {
  const guardian = await guardianOf(world, { age: 70 });
  const { ward } = guardian;
  const known = await applicant(world);
  const hostile = await officerAt(world);
  const guesses = [
    { ...ward, name: '猜一个' },
    { ...known.identity, name: '猜一个' },
    { ...makeCitizen(999, '猜一个', '19560304'), validUntil: '2040-01-01' },
  ];
  world.authority.raisedToday(hostile, limits.raisesPerOfficerDay - guesses.length);
  const answers = [];
  for (const who of guesses) {
    const sessionId = await hostile.openRevocation(typedCard(who));
    await hostile.decide(sessionId, yes);
    const view = await hostile.until(sessionId, ({ state }) => state === 'claimed');
    answers.push({ ...view, sessionId: '', version: 0 });
    await hostile.end(sessionId);
  }
  const [first] = answers;
  expect(first?.state).toBe('claimed');
  for (const answer of answers) expect(Object.keys(answer).sort()).toEqual(Object.keys(first ?? {}).sort());
  expect(answers.map(({ state, attemptsLeft }) => ({ state, attemptsLeft }))).toEqual(
    guesses.map(() => ({ state: 'claimed', attemptsLeft: first?.attemptsLeft })),
  );

  const late = await hostile.openRevocation(typedCard(ward));
  await expect(hostile.begin(late, yes)).rejects.toThrow('officer-cap-reached');
  expect((await listDelegations(guardian.phone.holder)).delegations).toMatchObject([{ state: 'active' }]);
});

it('nor do more tries in one session come cheaper', async () => {
  const { ward } = await guardianOf(world, { age: 71 });
  const hostile = await officerAt(world);
  world.authority.raisedToday(hostile, limits.raisesPerOfficerDay - 1);
  const sessionId = await hostile.openRevocation(typedCard({ ...ward, name: '猜一个' }));
  await hostile.decide(sessionId, yes);
  await hostile.until(sessionId, ({ state }) => state === 'claimed');
  await hostile.browser.call(assistChallengeCall, { sessionId }, { body: { voice: false } });
  await hostile.bringCard(sessionId, typedCard(ward));
  await expect(hostile.begin(sessionId, yes)).rejects.toThrow('officer-cap-reached');
});

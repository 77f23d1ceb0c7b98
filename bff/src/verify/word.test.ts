import { beforeEach, describe, expect, it } from 'vitest';
import { asId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { challenge } from '../attempt/03-challenge.ts';
import { readOwnSession } from '../attempt/08-own-session.ts';
import { hotel, office, testPorts } from '../ports/ports.fixture.ts';
import { take } from '../quota/take.ts';
import { claim } from './02-claim.ts';
import { endSession } from './08-end.ts';
import { consent, now, playChecks, problem, signal, type World } from './checks.fixture.ts';
import { playWords } from './words.fixture.ts';

let world: World;
let play: ReturnType<typeof playChecks>;
let words: ReturnType<typeof playWords>;

beforeEach(async () => {
  world = await testPorts();
  play = playChecks(world);
  words = playWords(world);
  return () => world.ports.db.close();
});

const onPhone = ({ phone, sessionId }: Awaited<ReturnType<typeof play.claimed>>) =>
  readOwnSession(world.ports, phone, sessionId, now);

describe('the counter word', () => {
  it('is drawn at the claim where the policy demands it, and a strict scene always does', async () => {
    expect(await play.stateAt((await play.open()).sessionId)).not.toHaveProperty('word');
    expect(await play.stateAt((await play.claimed()).sessionId)).toMatchObject({ word: 'awaited' });
    for (const policy of ['late', 'never'] as const) {
      words.demand(policy);
      expect(await play.stateAt((await play.claimed()).sessionId)).not.toHaveProperty('word');
    }
  });

  it('is demanded of a late scan where the policy says so, and a policy `never` refuses such a scan', async () => {
    for (const [policy, word] of [
      ['late', 'awaited'],
      ['always', 'awaited'],
    ] as const) {
      words.demand(policy);
      const session = await play.open();
      const code = play.codeOf(session);
      world.clock.now += limits.counterCodeMaxAge + 1000;
      await claim(world.ports, await world.phone(), { code });
      expect(await play.stateAt(session.sessionId)).toMatchObject({ state: 'claimed', word });
    }
    words.demand('never');
    const session = await play.open();
    const code = play.codeOf(session);
    world.clock.now += limits.counterCodeMaxAge + 1000;
    await expect(claim(world.ports, await world.phone(), { code })).rejects.toEqual(problem('code-stale'));
    await claim(world.ports, await world.phone(), { code: play.codeOf(session) });
    expect(await play.stateAt(session.sessionId)).not.toHaveProperty('word');
  });

  it('goes with a late scan that gives way to a fresh one, and what was tried of it', async () => {
    const session = await play.open();
    const code = play.codeOf(session);
    world.clock.now += limits.counterCodeMaxAge + 1000;
    await claim(world.ports, await world.phone(), { code });
    await words.typeWrong(session.sessionId);
    expect(await play.stateAt(session.sessionId)).toMatchObject({ word: 'taken' });
    await claim(world.ports, await world.phone(), { code: play.codeOf(session) });
    expect(await play.stateAt(session.sessionId)).toMatchObject({ word: 'awaited' });
    expect(await words.digitsOf(session.sessionId)).toMatch(/^[0-9]{3}$/);
  });

  it('is of the policy that held when the session was opened', async () => {
    const session = await play.open();
    words.demand('never');
    await claim(world.ports, await world.phone(), { code: play.codeOf(session) });
    expect(await play.stateAt(session.sessionId)).toMatchObject({ word: 'awaited' });
  });

  it('stands on the phone once the last sample is relayed, and not before', async () => {
    const check = await play.claimed();
    expect(await onPhone(check)).not.toHaveProperty('word');
    await challenge(world.ports, check.phone, check.sessionId, { consent }, world.idempotencyKey());
    expect(await onPhone(check)).not.toHaveProperty('word');
    await play.send(check.phone, check.sessionId, 'face');
    expect(await onPhone(check)).not.toHaveProperty('word');
    await play.send(check.phone, check.sessionId, 'voice');
    expect(await onPhone(check)).toMatchObject({
      word: await words.digitsOf(check.sessionId),
      state: 'deciding',
    });
  });

  it('is taken at every step in the same way, and the phone shows it until then', async () => {
    for (const step of ['claimed', 'challenged', 'deciding'] as const) {
      const check = await play[step]();
      const [wrong = ''] = await words.wrongFor(check.sessionId);
      const right = await words.digitsOf(check.sessionId);
      const before = await play.stateAt(check.sessionId);
      const again = await words.type(check.sessionId, wrong);
      expect(again).toEqual({ ...before, version: before.version + 1, word: 'again' });
      const taken = await words.type(check.sessionId, right);
      expect(taken).toEqual({ ...before, version: before.version + 2, word: 'taken' });
      expect(await onPhone(check)).not.toHaveProperty('word');
    }
  });

  it('is compared by two tries, and the second wrong one is answered as the right one is', async () => {
    const right = await play.deciding();
    const wrong = await play.deciding();
    const [first = '', second = ''] = await words.wrongFor(wrong.sessionId);
    await words.type(wrong.sessionId, first);
    await words.type(right.sessionId, (await words.wrongFor(right.sessionId))[0] ?? '');
    const answers = [
      await words.type(right.sessionId, await words.digitsOf(right.sessionId)),
      await words.type(wrong.sessionId, second),
    ];
    const [one, other] = answers.map((view) => ({ ...view, sessionId: '' }));
    expect(one).toEqual(other);
  });

  it('is not tried twice by a request that is sent again', async () => {
    const { sessionId } = await play.deciding();
    const [first = '', second = ''] = await words.wrongFor(sessionId);
    const answer = await words.type(sessionId, first);
    expect(await words.type(sessionId, first)).toEqual(answer);
    const last = await words.type(sessionId, second);
    expect(await words.type(sessionId, second)).toEqual(last);
    expect(await words.type(sessionId, first)).toEqual(last);
    await words.decide(sessionId, 'pass');
    expect(await words.type(sessionId, second)).toMatchObject({ state: 'failed' });
  });

  it('has two tries however many counters of the RP try at once', async () => {
    const { sessionId } = await play.deciding();
    const wrong = await words.wrongFor(sessionId, 3);
    const desk = (n: number) => ({ ...hotel, counterId: asId('cnt', `cnt_hotel-${n}`) });
    const views = await Promise.all(wrong.map((word, n) => words.type(sessionId, word, desk(n + 1))));
    expect(views.map(({ word }) => word).sort()).toEqual(['again', 'taken', 'taken']);
    expect(world.events.filter(({ event }) => event === 'word-typed')).toHaveLength(2);
    expect(await words.type(sessionId, '999')).toMatchObject({ word: 'taken' });
    await words.decide(sessionId, 'pass');
    expect(await play.stateAt(sessionId)).toMatchObject({ state: 'failed' });
  });

  it('is not asked for by another RP, before the claim, where none is demanded, and after an end without it', async () => {
    const { sessionId } = await play.claimed();
    await expect(words.type(sessionId, '123', office)).rejects.toEqual(problem('not-found'));
    const open = await play.open();
    await expect(words.type(open.sessionId, '123')).rejects.toEqual(problem('step-out-of-order'));
    await endSession(world.ports, hotel, sessionId, 'abandoned', signal);
    await expect(words.type(sessionId, '123')).rejects.toEqual(problem('session-over'));
    words.demand('late');
    const fresh = await play.claimed();
    await expect(words.type(fresh.sessionId, '123')).rejects.toEqual(problem('step-out-of-order'));
  });

  it('is limited in how often a counter types one, and what is refused is no try', async () => {
    const { sessionId } = await play.claimed();
    const quota = [{ quota: 'words-by-counter', subject: hotel.counterId }] as const;
    for (let n = 0; n < limits.wordsPerCounter.atOnce; n++) await take(world.ports, quota);
    const [wrong = ''] = await words.wrongFor(sessionId);
    await expect(words.type(sessionId, wrong)).rejects.toEqual(problem('too-many-requests'));
    expect(await play.stateAt(sessionId)).toMatchObject({ word: 'awaited' });
    world.clock.now += limits.wordsPerCounter.every;
    expect(await words.type(sessionId, wrong)).toMatchObject({ word: 'again' });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import * as limits from '../../../shared/limits.ts';
import { isFinal } from '../../../shared/sessions.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import { takeDevice } from '../login/take-device.ts';
import { hotel, testPorts } from '../ports/ports.fixture.ts';
import { load } from '../session/load.ts';
import { decline } from '../verify/02-decline.ts';
import { extendOnPhone } from '../verify/02-extend.ts';
import { endSession } from '../verify/08-end.ts';
import { consent, now, playChecks, problem, signal, type World } from '../verify/checks.fixture.ts';
import { playWords } from '../verify/words.fixture.ts';
import { challenge } from './03-challenge.ts';
import { readOwnSession } from './08-own-session.ts';
import { abortDevice } from './abort-device.ts';
import { giveUp } from './give-up.ts';

let world: World;
let play: ReturnType<typeof playChecks>;
let words: ReturnType<typeof playWords>;
let stopJobs: () => void;

beforeEach(async () => {
  world = await testPorts();
  play = playChecks(world);
  words = playWords(world);
  stopJobs = () => undefined;
  return async () => {
    stopJobs();
    await world.ports.db.close();
  };
});

const stateOf = async (id: string) => (await load(world.ports, id))?.state;
const audited = (name: string) => world.events.filter(({ event }) => event === name);

async function deciding(id: string) {
  const session = await load(world.ports, id);
  if (session?.state !== 'deciding') throw new Error('not deciding');
  return session;
}

const orders = ['the verdict first', 'the word first'] as const;
const ways = orders.flatMap((order) =>
  (['pass', 'fail'] as const).flatMap((outcome) =>
    (['right', 'wrong'] as const).map((word) => ({ order, outcome, word })),
  ),
);

describe('verdict and counter word', () => {
  it.each(ways)('make one end: $outcome and a $word word, $order', async ({ order, outcome, word }) => {
    const { phone, sessionId } = await play.deciding();
    const says = async () => (word === 'right' ? words.typeRight(sessionId) : words.typeWrong(sessionId));
    const decides = () => words.decide(sessionId, outcome);
    const [first, last] = order === 'the verdict first' ? [decides, says] : [says, decides];
    await first();
    expect(await stateOf(sessionId)).toBe('deciding');
    expect(audited('session-ended').concat(audited('verdict-taken'))).toEqual([]);
    await last();
    const state = outcome === 'pass' && word === 'right' ? 'passed' : 'failed';
    expect(await play.stateAt(sessionId)).toMatchObject({
      state,
      result: `result.${state === 'passed' ? 'pass' : 'fail'}.token`,
    });
    expect(audited('session-ended')).toEqual([{ event: 'session-ended', by: 'authority', sessionId, state }]);
    expect(audited('verdict-taken')).toHaveLength(1);
    expect(await readOwnSession(world.ports, phone, sessionId, now)).toMatchObject({ state });
  });

  it('make one end where both come at once', async () => {
    for (let round = 0; round < 10; round++) {
      const { sessionId } = await play.deciding();
      const right = await words.digitsOf(sessionId);
      await Promise.all([words.decide(sessionId, 'pass'), words.type(sessionId, right)]);
      expect(await stateOf(sessionId)).toBe('passed');
    }
    expect(audited('session-ended')).toHaveLength(10);
    expect(audited('word-typed')).toHaveLength(10);
  });

  it('are joined by the jobs of whichever process reads the verdict', async () => {
    const stops = [startJobs(world.ports), startJobs(world.ports)];
    stopJobs = () => stops.map((stop) => stop());
    const early = await play.claimed();
    await words.typeRight(early.sessionId);
    await challenge(world.ports, early.phone, early.sessionId, { consent }, world.idempotencyKey());
    for (const kind of ['face', 'voice'] as const) await play.send(early.phone, early.sessionId, kind);
    const late = await play.deciding();
    world.told.verdict = { outcome: 'pass' };
    await expect.poll(() => stateOf(early.sessionId)).toBe('passed');
    await expect.poll(() => load(world.ports, late.sessionId)).toHaveProperty('verdict');
    await words.typeRight(late.sessionId);
    expect(await stateOf(late.sessionId)).toBe('passed');
    expect(audited('session-ended')).toHaveLength(2);
  });
});

describe('while the counter word is missing', () => {
  it('nothing of a verdict shows to the counter or to the phone', async () => {
    for (const outcome of ['pass', 'fail'] as const) {
      const { phone, sessionId } = await play.deciding();
      const seen = async () => [
        await play.stateAt(sessionId),
        await readOwnSession(world.ports, phone, sessionId, now),
      ];
      const before = await seen();
      const events = world.events.length;
      await words.decide(sessionId, outcome, ['face-not-matched']);
      expect(await seen()).toEqual(before);
      expect(world.events).toHaveLength(events);
    }
  });

  it('a second verdict changes nothing of the first', async () => {
    const { sessionId } = await play.deciding();
    await words.decide(sessionId, 'fail');
    expect(await words.decide(sessionId, 'pass')).toBe('lost');
    await words.typeRight(sessionId);
    expect(await stateOf(sessionId)).toBe('failed');
  });

  it.each(['pass', 'fail', undefined] as const)(
    'the deadline aborts it, with the verdict %s',
    async (outcome) => {
      const { sessionId } = await play.deciding();
      if (outcome !== undefined) await words.decide(sessionId, outcome);
      world.clock.now += limits.wordLifetime - 1;
      expect(await stateOf(sessionId)).toBe('deciding');
      world.clock.now += 1;
      // What the authority would say when it is asked a last time.
      world.told.verdict = { outcome: outcome ?? 'pass' };
      stopJobs = startJobs(world.ports);
      await expect.poll(() => stateOf(sessionId)).toBe('aborted');
      expect(audited('verdict-taken')).toEqual([]);
    },
  );

  it('the phone moves its deadline once, and the counter is shown nothing of it', async () => {
    const { phone, sessionId } = await play.deciding();
    await words.decide(sessionId, 'pass');
    const before = await play.stateAt(sessionId);
    const { deadline, mayExtend, version } = await readOwnSession(world.ports, phone, sessionId, now);
    expect(mayExtend).toBe(true);
    const after = await extendOnPhone(world.ports, phone, sessionId);
    expect(after).toMatchObject({ deadline: (deadline ?? 0) + limits.moreTimeOnPhone, version: version + 1 });
    expect(after).not.toHaveProperty('mayExtend');
    expect(await play.stateAt(sessionId)).toEqual(before);
    world.clock.now += limits.wordLifetime;
    await words.typeRight(sessionId);
    expect(await stateOf(sessionId)).toBe('passed');
  });

  it('a word that comes after the deadline comes too late, though nobody has looked yet', async () => {
    const { sessionId } = await play.deciding();
    await words.decide(sessionId, 'pass');
    world.clock.now += limits.wordLifetime;
    const right = await words.digitsOf(sessionId);
    await expect(words.type(sessionId, right)).rejects.toEqual(problem('session-over'));
    expect(await stateOf(sessionId)).toBe('aborted');
  });

  it.each(['pass', 'fail', undefined] as const)(
    'either side ends it at once, with the verdict %s',
    async (outcome) => {
      for (const [reason, state] of [['staffed', 'declined'] as const, ['abandoned', 'cancelled'] as const]) {
        const { sessionId } = await play.deciding();
        if (outcome !== undefined) await words.decide(sessionId, outcome);
        expect((await endSession(world.ports, hotel, sessionId, reason, signal)).state).toBe(state);
      }
      const { phone, sessionId } = await play.deciding();
      if (outcome !== undefined) await words.decide(sessionId, outcome);
      expect((await decline(world.ports, phone, sessionId)).state).toBe('declined');
    },
  );

  it.each(['pass', 'fail', undefined] as const)(
    'a takeover supersedes it, with the verdict %s',
    async (outcome) => {
      const { phone, sessionId } = await play.deciding();
      if (outcome !== undefined) await words.decide(sessionId, outcome);
      await takeDevice(world.ports, phone.holderId, {
        device: encodeBase64url(world.ports.random(32)),
        platform: undefined,
        soter: undefined,
      });
      await abortDevice(world.ports, phone.deviceThumbprint);
      expect(await stateOf(sessionId)).toBe('superseded');
    },
  );

  it('a credential that became void meanwhile fails, though its pass was there before', async () => {
    const { phone, sessionId } = await play.deciding();
    await words.decide(sessionId, 'pass');
    const sql = `update credentials set state = 'void' where holder_id = :id`;
    await world.ports.db.write([{ sql, params: { id: phone.holderId } }]);
    await words.typeRight(sessionId);
    expect(await stateOf(sessionId)).toBe('failed');
  });
});

describe('once the counter word has come', () => {
  it('neither side takes back what is being decided', async () => {
    const { phone, sessionId } = await play.deciding();
    await words.typeRight(sessionId);
    await expect(decline(world.ports, phone, sessionId)).rejects.toEqual(problem('step-out-of-order'));
    const ending = endSession(world.ports, hotel, sessionId, 'staffed', signal);
    await words.decide(sessionId, 'pass');
    await expect(ending).rejects.toEqual(problem('session-over'));
  });

  it('the verdict that is there at the deadline counts', async () => {
    const { sessionId } = await play.deciding();
    await words.typeRight(sessionId);
    world.told.verdict = { outcome: 'pass' };
    await giveUp(world.ports, await deciding(sessionId), 'time-over');
    expect(await stateOf(sessionId)).toBe('passed');
  });

  it('a verdict that never comes aborts it, whether or not the word fitted', async () => {
    for (const says of [words.typeRight, words.typeWrong]) {
      const { sessionId } = await play.deciding();
      await says(sessionId);
      await giveUp(world.ports, await deciding(sessionId), 'time-over');
      expect(await stateOf(sessionId)).toBe('aborted');
    }
  });
});

describe('another attempt', () => {
  async function again({ phone, sessionId }: Awaited<ReturnType<typeof play.deciding>>) {
    await challenge(world.ports, phone, sessionId, { consent }, world.idempotencyKey());
    for (const kind of ['face', 'voice'] as const) await play.send(phone, sessionId, kind);
  }

  it('follows a retry while the word is missing, and the phone goes on showing it', async () => {
    const check = await play.deciding();
    const digits = await words.digitsOf(check.sessionId);
    await words.decide(check.sessionId, 'retry', ['too-dark']);
    const onPhone = () => readOwnSession(world.ports, check.phone, check.sessionId, now);
    expect(await onPhone()).toMatchObject({ state: 'claimed', hints: ['too-dark'], word: digits });
    await again(check);
    expect(await onPhone()).toMatchObject({ state: 'deciding', word: digits });
    await words.typeRight(check.sessionId);
    await words.decide(check.sessionId, 'pass');
    expect(await stateOf(check.sessionId)).toBe('passed');
  });

  it('follows a retry after the right word, which stays taken', async () => {
    const check = await play.deciding();
    await words.typeRight(check.sessionId);
    await words.decide(check.sessionId, 'retry');
    expect(await play.stateAt(check.sessionId)).toMatchObject({ state: 'claimed', word: 'taken' });
    await again(check);
    await words.decide(check.sessionId, 'pass');
    expect(await stateOf(check.sessionId)).toBe('passed');
  });

  it('does not follow a wrong word: nothing could pass any more', async () => {
    const { sessionId } = await play.deciding();
    await words.typeWrong(sessionId);
    await words.decide(sessionId, 'retry');
    expect(await stateOf(sessionId)).toBe('failed');
  });

  it('is none after the last: its retry is kept as the fail that it is', async () => {
    const check = await play.deciding();
    for (let n = 1; n < limits.attemptsPerSession; n++) {
      await words.decide(check.sessionId, 'retry');
      await again(check);
    }
    await words.decide(check.sessionId, 'retry', ['too-dark']);
    expect(await stateOf(check.sessionId)).toBe('deciding');
    const view = await words.typeRight(check.sessionId);
    expect([view.state, isFinal(view.state)]).toEqual(['failed', true]);
  });
});

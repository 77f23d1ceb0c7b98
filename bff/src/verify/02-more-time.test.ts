import { beforeEach, describe, expect, it } from 'vitest';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../shared/limits.ts';
import { challenge } from '../attempt/03-challenge.ts';
import { readOwnSession } from '../attempt/08-own-session.ts';
import type { HolderCaller } from '../ports/callers.ts';
import { hotel, testPorts } from '../ports/ports.fixture.ts';
import { claim } from './02-claim.ts';
import { decline } from './02-decline.ts';
import { extendOnPhone } from './02-extend.ts';
import { pauseCheck } from './02-pause.ts';
import { watchCounter } from './08-events.ts';
import { extendAtCounter } from './08-extend.ts';
import { playArrivals } from './arrivals.fixture.ts';
import { consent, now, playChecks, problem, screen, type World } from './checks.fixture.ts';

let world: World;
let play: ReturnType<typeof playChecks> & ReturnType<typeof playArrivals>;
beforeEach(async () => {
  world = await testPorts();
  play = { ...playChecks(world), ...playArrivals(world) };
  return () => world.ports.db.close();
});

describe('needs more time', () => {
  /** All that the counter is told of a check in which something happens twice. */
  async function toldOf(cause: (check: Awaited<ReturnType<typeof play.open>>) => Promise<unknown>) {
    const session = await play.open();
    const seen: CounterView[] = [];
    const { stop } = await watchCounter(
      world.ports,
      hotel,
      screen((view) => void (view.sessionId === session.sessionId && seen.push(view))),
    );
    await cause(session);
    await expect.poll(() => seen.at(-1)).toHaveProperty('needsMoreTime', true);
    await cause(session);
    const view = await play.stateAt(session.sessionId);
    stop();
    return [...seen, view].map(({ sessionId: _, openedAt, deadline = 0, ...rest }) => ({
      ...rest,
      deadline: deadline - openedAt,
    }));
  }

  it('is one event, the same whether somebody arrived, has no credential or a void one', async () => {
    const phone = await world.phone();
    const none = await play.newcomer();
    const revoked = await world.phone();
    await world.ports.db.write([
      {
        sql: `update credentials set state = 'void' where holder_id = :id`,
        params: { id: revoked.holderId },
      },
    ]);
    const refused = (who: HolderCaller, code: string) =>
      claim(world.ports, who, { code }).then(
        () => expect.unreachable(),
        () => undefined,
      );
    const causes = [
      (session) => play.land(play.codeOf(session)),
      (session) => play.scan(phone, play.codeOf(session)),
      (session) => refused(none, play.codeOf(session)),
      (session) => refused(revoked, play.codeOf(session)),
    ] satisfies Parameters<typeof toldOf>[0][];
    const told = [];
    for (const cause of causes) told.push(await toldOf(cause));
    const view = { state: 'open', scene: 'hotel', level: 'basic', mayExtend: true };
    const deadline = limits.openLifetime;
    const after = { ...view, version: 2, needsMoreTime: true, deadline };
    expect(told[0]).toEqual([{ ...view, version: 1, deadline }, after, after]);
    for (const each of told) expect(each).toEqual(told[0]);
  });

  it('stays for whoever claims by the ticket after applying, and is told of a page that was left, once', async () => {
    const session = await play.open();
    const phone = await play.newcomer();
    const code = play.codeOf(session);
    const { ticket } = await play.scan(phone, code);
    await expect(claim(world.ports, phone, { code, ticket })).rejects.toEqual(problem('credential-missing'));
    await extendAtCounter(world.ports, hotel, session.sessionId);
    play.pass(limits.openLifetime);
    const { holderId } = await world.phone();
    const sql = 'update credentials set holder_id = :to where holder_id = :from';
    await world.ports.db.write([{ sql, params: { to: phone.holderId, from: holderId } }]);
    expect(await claim(world.ports, phone, { code, ticket })).toMatchObject({ state: 'claimed' });
    expect(await play.stateAt(session.sessionId)).toMatchObject({ state: 'claimed', needsMoreTime: true });

    const left = await play.claimed();
    const before = await play.stateAt(left.sessionId);
    expect(before).not.toHaveProperty('needsMoreTime');
    for (let times = 0; times < 3; times++) await pauseCheck(world.ports, left.phone, left.sessionId);
    expect(await play.stateAt(left.sessionId)).toEqual({
      ...before,
      needsMoreTime: true,
      version: before.version + 1,
    });
  });
});

describe('more time', () => {
  it('is given by the counter once: an open check waits so much longer, and its codes count on', async () => {
    const session = await play.open();
    const extended = await extendAtCounter(world.ports, hotel, session.sessionId);
    expect(extended).toMatchObject({ version: 2, deadline: session.expiresAt + limits.moreTime });
    expect(extended).not.toHaveProperty('mayExtend');
    await expect(extendAtCounter(world.ports, hotel, session.sessionId)).rejects.toEqual(
      problem('extended-already'),
    );
    play.pass(limits.openLifetime + limits.moreTime - 1000);
    expect(await claim(world.ports, await world.phone(), { code: play.codeOf(session) })).toMatchObject({
      state: 'claimed',
    });
  });

  it('is given to whatever step runs, and shown the same of each', async () => {
    const shown = new Set<string>();
    for (const brought of [play.claimed, play.challenged, play.deciding]) {
      const { phone, sessionId } = await brought();
      const before = await readOwnSession(world.ports, phone, sessionId, now);
      const view = await extendAtCounter(world.ports, hotel, sessionId);
      const after = await readOwnSession(world.ports, phone, sessionId, now);
      const more = before.state === 'deciding' ? 0 : limits.moreTime;
      expect((after.deadline ?? 0) - (before.deadline ?? 0)).toBe(more);
      const { sessionId: _, ...rest } = view;
      shown.add(JSON.stringify(rest));
    }
    expect(shown.size).toBe(1);
  });

  it('is taken by the phone once, and the counter sees nothing of it', async () => {
    const { phone, sessionId } = await play.claimed();
    const before = await play.stateAt(sessionId);
    const own = await readOwnSession(world.ports, phone, sessionId, now);
    expect(own.mayExtend).toBe(true);
    const view = await extendOnPhone(world.ports, phone, sessionId);
    expect(view.deadline).toBe((own.deadline ?? 0) + limits.moreTimeOnPhone);
    expect(view).not.toHaveProperty('mayExtend');
    await expect(extendOnPhone(world.ports, phone, sessionId)).rejects.toEqual(problem('extended-already'));
    expect(await play.stateAt(sessionId)).toEqual(before);
    play.pass(limits.claimedLifetime + limits.moreTimeOnPhone - 1);
    expect((await readOwnSession(world.ports, phone, sessionId, now)).state).toBe('claimed');
  });

  it('spares one challenge that ran out while samples were taken: another follows it, and no attempt is lost', async () => {
    const { phone, sessionId } = await play.challenged();
    await extendOnPhone(world.ports, phone, sessionId);
    const ask = async () => {
      play.pass(limits.challengeLifetime);
      return challenge(world.ports, phone, sessionId, { consent }, world.idempotencyKey());
    };
    const left = [];
    for (let times = 0; times < 3; times++) left.push((await ask()).session.attemptsLeft);
    expect(left).toEqual([3, 2, 1]);
    await expect(ask()).rejects.toEqual(problem('session-over'));
    expect(world.asked.map(({ attempt, uncounted }) => [attempt, uncounted])).toEqual([
      [1, undefined],
      [2, 1],
      [3, 1],
      [4, 1],
    ]);
  });

  it('that comes while a challenge is being asked for does not cost the challenge', async () => {
    const { phone, sessionId } = await play.claimed();
    const { issueChallenge } = world.ports.authority;
    world.ports.authority.issueChallenge = async (order) => {
      world.ports.authority.issueChallenge = issueChallenge;
      await extendAtCounter(world.ports, hotel, sessionId);
      return issueChallenge(order);
    };
    const { session } = await challenge(world.ports, phone, sessionId, { consent }, world.idempotencyKey());
    expect(session.state).toBe('challenged');
  });

  it('is not for the phone where nothing waits for it', async () => {
    const { phone, sessionId } = await play.deciding();
    await expect(extendOnPhone(world.ports, phone, sessionId)).rejects.toEqual(problem('step-out-of-order'));
    const ended = await play.claimed();
    await decline(world.ports, ended.phone, ended.sessionId);
    for (const call of [extendOnPhone, pauseCheck])
      await expect(call(world.ports, ended.phone, ended.sessionId)).rejects.toEqual(problem('session-over'));
    await expect(extendAtCounter(world.ports, hotel, ended.sessionId)).rejects.toEqual(
      problem('session-over'),
    );
  });
});

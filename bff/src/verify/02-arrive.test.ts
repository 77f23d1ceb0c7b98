import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { limits } from '../../../shared/limits.ts';
import { challenge } from '../attempt/03-challenge.ts';
import { readOwnSession } from '../attempt/08-own-session.ts';
import { sweep } from '../jobs/sweep.ts';
import type { HolderCaller } from '../ports/callers.ts';
import { hotel, testPorts } from '../ports/ports.fixture.ts';
import { arrive } from './02-arrive.ts';
import { claim } from './02-claim.ts';
import { decline } from './02-decline.ts';
import { extendOnPhone } from './02-extend.ts';
import { land } from './02-land.ts';
import { pauseCheck } from './02-pause.ts';
import { readWaiting } from './02-waiting.ts';
import { watchCounter } from './08-events.ts';
import { extendAtCounter } from './08-extend.ts';
import { consent, now, playChecks, problem, screen, type World } from './checks.fixture.ts';

let world: World;
let play: ReturnType<typeof playChecks>;
beforeEach(async () => {
  world = await testPorts();
  play = playChecks(world);
  return () => world.ports.db.close();
});

const source = '203.0.113.5';
const scan = (phone: HolderCaller, code?: string, ticket?: string) =>
  arrive(world.ports, { ...phone, source, ticket, ...(code !== undefined && { code }) });
const open = (code: string, ticket?: string) => land(world.ports, { code, ticket, source });
const pass = (milliseconds: number) => {
  world.clock.now += milliseconds;
};

/** A phone whose holder has no credential. */
async function newcomer(): Promise<HolderCaller> {
  const phone = await world.phone();
  const sql = 'delete from credentials where holder_id = :id';
  await world.ports.db.write([{ sql, params: { id: phone.holderId } }]);
  return phone;
}

describe('a browser that opens a code', () => {
  it('is told who asks, in names and as signed, and is given a ticket', async () => {
    const session = await play.open();
    const landing = await open(play.codeOf(session));
    expect(landing).toMatchObject({
      asks: { ...hotel, scene: 'hotel', level: 'basic', purpose: 'check-in' },
      names: { rpName: 'Hotel', counterName: 'Desk 1', place: 'Town' },
      serverTime: world.clock.now,
      deadline: session.expiresAt,
      ticket: expect.stringMatching(/^[\w-]{22}$/),
    });
  });

  it('is given the same ticket when it is reloaded, also once the code is too old for another', async () => {
    const session = await play.open();
    const code = play.codeOf(session);
    const { ticket } = await open(code);
    pass(limits.lateCodeMaxAge + 1000);
    expect((await open(code, ticket)).ticket).toBe(ticket);
    await expect(open(code)).rejects.toEqual(problem('code-stale'));
  });

  it('hands it to its own device key at the first call, and to no other afterwards', async () => {
    const session = await play.open();
    const code = play.codeOf(session);
    const { ticket } = await open(code);
    const [phone, other] = [await world.phone(), await world.phone()];
    const arrival = await scan(phone, undefined, ticket);
    expect(arrival).toMatchObject({ ticket, deadline: session.expiresAt });
    expect(await scan(phone, code, ticket)).toEqual(arrival);
    await expect(scan(other, undefined, ticket)).rejects.toEqual(problem('code-stale'));
    pass(limits.lateCodeMaxAge + 1000);
    await expect(scan(other, code, ticket)).rejects.toEqual(problem('code-stale'));
  });
});

describe('a phone that has no token yet', () => {
  it('arrives by the code; again it is the same arrival, however old the code is by then', async () => {
    const session = await play.open();
    const code = play.codeOf(session);
    const phone = await world.phone();
    const arrival = await scan(phone, code);
    pass(limits.lateCodeMaxAge + 1000);
    expect(await scan(phone, code)).toEqual({ ...arrival, serverTime: world.clock.now });
    await expect(scan(await world.phone(), code)).rejects.toEqual(problem('code-stale'));
  });

  it('needs the code or a ticket, and a code that is genuine', async () => {
    const phone = await world.phone();
    const session = await play.open();
    await expect(scan(phone)).rejects.toEqual(problem('request-invalid'));
    await expect(scan(phone, undefined, 'x'.repeat(22))).rejects.toEqual(problem('code-stale'));
    await expect(scan(phone, 'no code')).rejects.toEqual(problem('code-unreadable'));
    const forged = play.codeOf({ ...session, secret: 'A'.repeat(43) });
    await expect(scan(phone, forged)).rejects.toEqual(problem('code-forged'));
    await expect(open(forged)).rejects.toEqual(problem('code-forged'));
    expect(await play.stateAt(session.sessionId)).not.toHaveProperty('needsMoreTime');
  });

  it('is told which counter still waits for it, with the ticket that it lost', async () => {
    const phone = await world.phone();
    expect(await readWaiting(world.ports, phone)).toEqual({});
    const session = await play.open();
    const arrival = await scan(phone, play.codeOf(session));
    expect(await readWaiting(world.ports, phone)).toEqual({ arrival });
    expect(await readWaiting(world.ports, await world.phone())).toEqual({});
    const check = await claim(world.ports, phone, { ticket: arrival.ticket });
    expect(await readWaiting(world.ports, phone)).toEqual({ check });
    await decline(world.ports, phone, session.sessionId);
    expect(await readWaiting(world.ports, phone)).toEqual({});
  });
});

describe('a late claim', () => {
  it('counts by a code that is not too old, and beyond that by the ticket, with or without the code', async () => {
    const byCode = await play.open();
    const code = play.codeOf(byCode);
    pass(limits.lateCodeMaxAge);
    expect(await claim(world.ports, await world.phone(), { code })).toMatchObject({ state: 'claimed' });

    for (const withCode of [true, false]) {
      const session = await play.open();
      const phone = await world.phone();
      const old = play.codeOf(session);
      const { ticket } = await scan(phone, old);
      pass(limits.lateCodeMaxAge + 1);
      await expect(claim(world.ports, await world.phone(), { code: old })).rejects.toEqual(
        problem('code-stale'),
      );
      const view = await claim(world.ports, phone, { ticket, ...(withCode && { code: old }) });
      expect(view).toMatchObject({ id: session.sessionId, state: 'claimed' });
    }
    await expect(claim(world.ports, await world.phone(), {})).rejects.toEqual(problem('request-invalid'));
  });

  it('is refused with a ticket of another device, of another check, or of one that is over', async () => {
    const session = await play.open();
    const [phone, other] = [await world.phone(), await world.phone()];
    const code = play.codeOf(session);
    const { ticket } = await scan(phone, code);
    const unbound = await open(code);
    const elsewhere = await scan(other, play.codeOf(await play.open()));
    pass(limits.lateCodeMaxAge + 1);
    for (const shown of [ticket, unbound.ticket ?? '', elsewhere.ticket])
      await expect(claim(world.ports, other, { code, ticket: shown })).rejects.toEqual(problem('code-stale'));
    await expect(claim(world.ports, other, { ticket })).rejects.toEqual(problem('code-stale'));
    pass(limits.openLifetime);
    for (const body of [{ ticket }, { code, ticket }])
      await expect(claim(world.ports, phone, body)).rejects.toEqual(problem('code-stale'));
    await sweep(world.ports);
    expect(await world.ports.db.read('select * from arrivals', {})).toEqual([]);
  });

  it('gives way to a fresh one until its holder agrees, and its phone is told', async () => {
    const session = await play.open();
    const [late, guest, third] = [await world.phone(), await world.phone(), await world.phone()];
    const { ticket } = await scan(late, play.codeOf(session));
    pass(10_000);
    await claim(world.ports, late, { ticket });
    const fresh = play.codeOf(session);
    const waiting = readOwnSession(world.ports, late, session.sessionId, { ...now, after: 3, wait: 5 });
    expect(await claim(world.ports, guest, { code: fresh })).toMatchObject({ state: 'claimed' });
    await expect(waiting).rejects.toEqual(problem('session-taken'));
    for (const call of [
      () => readOwnSession(world.ports, late, session.sessionId, now),
      () => challenge(world.ports, late, session.sessionId, { consent }, world.idempotencyKey()),
      () => decline(world.ports, late, session.sessionId),
      () => claim(world.ports, late, { ticket }),
      () => claim(world.ports, late, { code: fresh }),
      () => claim(world.ports, third, { code: fresh }),
    ])
      await expect(call()).rejects.toEqual(problem('session-taken'));
    await expect(readOwnSession(world.ports, third, session.sessionId, now)).rejects.toEqual(
      problem('not-found'),
    );
    const [row] = await world.ports.db.read('select body from sessions', {});
    expect(String(row?.body)).toContain(late.deviceThumbprint);
    await decline(world.ports, guest, session.sessionId);
    const [over] = await world.ports.db.read('select body from sessions', {});
    expect(String(over?.body)).not.toContain(late.deviceThumbprint);
  });

  it('that has agreed keeps the check, and so does a fresh one', async () => {
    const agreed = await play.open();
    const late = await world.phone();
    const old = play.codeOf(agreed);
    pass(10_000);
    await claim(world.ports, late, { code: old });
    await challenge(world.ports, late, agreed.sessionId, { consent }, world.idempotencyKey());
    const first = await play.open();
    await claim(world.ports, await world.phone(), { code: play.codeOf(first) });
    for (const session of [agreed, first])
      await expect(claim(world.ports, await world.phone(), { code: play.codeOf(session) })).rejects.toEqual(
        problem('session-taken'),
      );
  });

  it('and a fresh one at the same moment leave one phone with the check, whoever comes first', async () => {
    for (let round = 0; round < 10; round++) {
      const session = await play.open();
      const [late, guest] = [await world.phone(), await world.phone()];
      const { ticket } = await scan(late, play.codeOf(session));
      pass(10_000);
      const settled = await Promise.allSettled([
        claim(world.ports, late, { ticket }),
        claim(world.ports, guest, { code: play.codeOf(session) }),
      ]);
      expect(settled[1]?.status).toBe('fulfilled');
      const own = await Promise.allSettled(
        [late, guest].map((phone) => readOwnSession(world.ports, phone, session.sessionId, now)),
      );
      expect(own.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
    }
  });
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
    await vi.waitFor(() => expect(seen.at(-1)).toHaveProperty('needsMoreTime', true));
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
    const none = await newcomer();
    const revoked = await world.phone();
    await world.ports.db.write([
      {
        sql: `update credentials set status = 'void' where holder_id = :id`,
        params: { id: revoked.holderId },
      },
    ]);
    const refused = (who: HolderCaller, code: string) =>
      claim(world.ports, who, { code }).then(
        () => expect.unreachable(),
        () => undefined,
      );
    const causes = [
      (session) => open(play.codeOf(session)),
      (session) => scan(phone, play.codeOf(session)),
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
    const phone = await newcomer();
    const code = play.codeOf(session);
    const { ticket } = await scan(phone, code);
    await expect(claim(world.ports, phone, { code, ticket })).rejects.toEqual(problem('credential-missing'));
    await extendAtCounter(world.ports, hotel, session.sessionId);
    pass(limits.openLifetime);
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
    pass(limits.openLifetime + limits.moreTime - 1000);
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
    pass(limits.claimedLifetime + limits.moreTimeOnPhone - 1);
    expect((await readOwnSession(world.ports, phone, sessionId, now)).state).toBe('claimed');
  });

  it('spares one challenge that ran out while samples were taken: another follows it, and no attempt is lost', async () => {
    const { phone, sessionId } = await play.challenged();
    await extendOnPhone(world.ports, phone, sessionId);
    const ask = async () => {
      pass(limits.challengeLifetime);
      return challenge(world.ports, phone, sessionId, { consent }, world.idempotencyKey());
    };
    const left = [];
    for (let times = 0; times < 3; times++) left.push((await ask()).session.attemptsLeft);
    expect(left).toEqual([3, 2, 1]);
    await expect(ask()).rejects.toEqual(problem('session-over'));
    expect(world.asked.map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4]);
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

import { beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { challenge } from '../attempt/03-challenge.ts';
import { readOwnSession } from '../attempt/08-own-session.ts';
import { sweep } from '../jobs/sweep.ts';
import type { ChallengeOrder } from '../ports/authority.ts';
import type { HolderCaller } from '../ports/callers.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { claim } from './02-claim.ts';
import { decline } from './02-decline.ts';
import { playArrivals } from './arrivals.fixture.ts';
import { consent, now, playChecks, problem, type World } from './checks.fixture.ts';

let world: World;
let play: ReturnType<typeof playChecks> & ReturnType<typeof playArrivals>;
beforeEach(async () => {
  world = await testPorts();
  play = { ...playChecks(world), ...playArrivals(world) };
  return () => world.ports.db.close();
});

describe('a late claim', () => {
  it('counts by a code that is not too old, and beyond that by the ticket, with or without the code', async () => {
    const byCode = await play.open();
    const code = play.codeOf(byCode);
    play.pass(limits.lateCodeMaxAge);
    expect(await claim(world.ports, await world.phone(), { code })).toMatchObject({ state: 'claimed' });

    for (const withCode of [true, false]) {
      const session = await play.open();
      const phone = await world.phone();
      const old = play.codeOf(session);
      const { ticket } = await play.scan(phone, old);
      play.pass(limits.lateCodeMaxAge + 1);
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
    const { ticket } = await play.scan(phone, code);
    const unbound = await play.land(code);
    const elsewhere = await play.scan(other, play.codeOf(await play.open()));
    play.pass(limits.lateCodeMaxAge + 1);
    for (const shown of [ticket, unbound.ticket ?? '', elsewhere.ticket])
      await expect(claim(world.ports, other, { code, ticket: shown })).rejects.toEqual(problem('code-stale'));
    await expect(claim(world.ports, other, { ticket })).rejects.toEqual(problem('code-stale'));
    play.pass(limits.openLifetime);
    for (const body of [{ ticket }, { code, ticket }])
      await expect(claim(world.ports, phone, body)).rejects.toEqual(problem('code-stale'));
    await sweep(world.ports);
    expect(await world.ports.db.read('select * from arrivals', {})).toEqual([]);
  });

  it('gives way to a fresh one until its holder agrees, and its phone is told', async () => {
    const session = await play.open();
    const [late, guest, third] = [await world.phone(), await world.phone(), await world.phone()];
    const { ticket } = await play.scan(late, play.codeOf(session));
    play.pass(10_000);
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
    play.pass(10_000);
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
      const { ticket } = await play.scan(late, play.codeOf(session));
      play.pass(10_000);
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

  it('that gives way while its challenge is asked for leaves the fresh one a challenge of its own', async () => {
    const session = await play.open();
    const [late, guest] = [await world.phone(), await world.phone()];
    const old = play.codeOf(session);
    play.pass(10_000);
    await claim(world.ports, late, { code: old });
    const { authority } = world.ports;
    const ordered: ChallengeOrder[] = [];
    const issueChallenge = async (order: ChallengeOrder) => {
      ordered.push(order);
      const issued = await authority.issueChallenge(order);
      if (ordered.length === 1) await claim(world.ports, guest, { code: play.codeOf(session) });
      return issued;
    };
    const ports = { ...world.ports, authority: { ...authority, issueChallenge } };
    const ask = (phone: HolderCaller) =>
      challenge(ports, phone, session.sessionId, { consent }, world.idempotencyKey());
    await expect(ask(late)).rejects.toEqual(problem('session-taken'));
    expect(await ask(guest)).toMatchObject({ session: { state: 'challenged', attemptsLeft: 3 } });
    expect(ordered).toMatchObject([
      { attempt: 1, deviceThumbprint: late.deviceThumbprint },
      { attempt: 2, uncounted: 1, deviceThumbprint: guest.deviceThumbprint },
    ]);
  });
});

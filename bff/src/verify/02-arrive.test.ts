import { beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { hotel, testPorts } from '../ports/ports.fixture.ts';
import { claim } from './02-claim.ts';
import { decline } from './02-decline.ts';
import { readWaiting } from './02-waiting.ts';
import { playArrivals } from './arrivals.fixture.ts';
import { playChecks, problem, type World } from './checks.fixture.ts';

let world: World;
let play: ReturnType<typeof playChecks> & ReturnType<typeof playArrivals>;
beforeEach(async () => {
  world = await testPorts();
  play = { ...playChecks(world), ...playArrivals(world) };
  return () => world.ports.db.close();
});

describe('a browser that opens a code', () => {
  it('is told who asks, in names and as signed, and is given a ticket', async () => {
    const session = await play.open();
    const landing = await play.land(play.codeOf(session));
    expect(landing).toMatchObject({
      asks: { ...hotel, scene: 'hotel', level: 'basic', purpose: 'check-in' },
      names: { rpName: 'Hotel', counterName: 'Desk 1', place: 'Town' },
      serverTime: world.clock.now,
      deadline: session.expiresAt,
      ticket: expect.stringMatching(/^[\w-]{22}$/),
    });
  });

  it('is given none for a code that is too old', async () => {
    const code = play.codeOf(await play.open());
    play.pass(limits.lateCodeMaxAge + 1000);
    await expect(play.land(code)).rejects.toEqual(problem('code-stale'));
  });

  it('hands it to its own device key at the first call, and to no other afterwards', async () => {
    const session = await play.open();
    const code = play.codeOf(session);
    const { ticket } = await play.land(code);
    const [phone, other] = [await world.phone(), await world.phone()];
    const arrival = await play.scan(phone, undefined, ticket);
    expect(arrival).toMatchObject({ ticket, deadline: session.expiresAt });
    expect(await play.scan(phone, code, ticket)).toEqual(arrival);
    await expect(play.scan(other, undefined, ticket)).rejects.toEqual(problem('code-stale'));
    play.pass(limits.lateCodeMaxAge + 1000);
    await expect(play.scan(other, code, ticket)).rejects.toEqual(problem('code-stale'));
  });
});

describe('a phone that has no token yet', () => {
  it('arrives by the code; again it is the same arrival, however old the code is by then', async () => {
    const session = await play.open();
    const code = play.codeOf(session);
    const phone = await world.phone();
    const arrival = await play.scan(phone, code);
    play.pass(limits.lateCodeMaxAge + 1000);
    expect(await play.scan(phone, code)).toEqual({ ...arrival, serverTime: world.clock.now });
    await expect(play.scan(await world.phone(), code)).rejects.toEqual(problem('code-stale'));
  });

  it('needs the code or a ticket, and a code that is genuine', async () => {
    const phone = await world.phone();
    const session = await play.open();
    await expect(play.scan(phone)).rejects.toEqual(problem('request-invalid'));
    await expect(play.scan(phone, undefined, 'x'.repeat(22))).rejects.toEqual(problem('code-stale'));
    await expect(play.scan(phone, 'no code')).rejects.toEqual(problem('code-unreadable'));
    const forged = play.codeOf({ ...session, secret: 'A'.repeat(43) });
    await expect(play.scan(phone, forged)).rejects.toEqual(problem('code-forged'));
    await expect(play.land(forged)).rejects.toEqual(problem('code-forged'));
    expect(await play.stateAt(session.sessionId)).not.toHaveProperty('needsMoreTime');
  });

  it('is told which counter still waits for it, with the ticket that it lost', async () => {
    const phone = await world.phone();
    expect(await readWaiting(world.ports, phone)).toEqual({});
    const session = await play.open();
    const arrival = await play.scan(phone, play.codeOf(session));
    expect(await readWaiting(world.ports, phone)).toEqual({ arrival });
    expect(await readWaiting(world.ports, await world.phone())).toEqual({});
    const check = await claim(world.ports, phone, { ticket: arrival.ticket });
    expect(await readWaiting(world.ports, phone)).toEqual({ check });
    await decline(world.ports, phone, session.sessionId);
    expect(await readWaiting(world.ports, phone)).toEqual({});
  });
});

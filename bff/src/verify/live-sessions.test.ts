import { beforeEach, expect, it } from 'vitest';
import { asId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { hotel, office, testPorts } from '../ports/ports.fixture.ts';
import { openSession } from './01-open-session.ts';
import { claim } from './02-claim.ts';
import { decline } from './02-decline.ts';
import { extendAtCounter } from './08-extend.ts';
import { checkIn, playChecks, type World } from './checks.fixture.ts';

let world: World;
beforeEach(async () => {
  world = await testPorts();
  return () => world.ports.db.close();
});

const tooMany = (seconds: number) => ({ code: 'too-many-requests', retryAfter: seconds });
const open = (counter = hotel) => openSession(world.ports, counter, checkIn, world.idempotencyKey());

it('counters of one relying party have so many sessions that live together, and another’s are its own', async () => {
  const counters = limits.liveSessionsPerRp / limits.liveSessionsPerCounter;
  for (let n = 0; n < counters; n++)
    await Promise.all(
      Array.from({ length: limits.liveSessionsPerCounter }, () =>
        open({ ...hotel, counterId: asId('cnt', `cnt_hotel-${n}`) }),
      ),
    );
  const one = { ...hotel, counterId: asId('cnt', 'cnt_hotel-new') };
  await expect(open(one)).rejects.toMatchObject(tooMany(limits.openLifetime / 1000));
  const own = { scene: 'gov-window', purpose: 'handle-affairs' } as const;
  await openSession(world.ports, office, own, world.idempotencyKey());
  world.clock.now += limits.openLifetime;
  await open(one);
});

it.each(['claimed', 'challenged', 'deciding'] as const)(
  'how long a counter waits tells nothing of what is done on the phone: %s',
  async (step) => {
    const play = playChecks(world);
    for (let n = 0; n < limits.liveSessionsPerCounter; n++) await play[step]();
    await expect(open()).rejects.toMatchObject(tooMany(limits.checkLifetimeMost / 1000));
    world.clock.now += limits.checkLifetimeMost;
    await open();
  },
);

it('a check that its counter gave more time keeps its place so much longer, and that is how long to wait', async () => {
  for (let n = 0; n < limits.liveSessionsPerCounter; n++) {
    const { sessionId } = await open();
    await extendAtCounter(world.ports, hotel, sessionId);
  }
  const wait = limits.openLifetime + limits.moreTime;
  await expect(open()).rejects.toMatchObject(tooMany(wait / 1000));
  world.clock.now += wait;
  await open();
});

it('an answer that was lost is given again, however many sessions live by then', async () => {
  const key = world.idempotencyKey();
  const first = await openSession(world.ports, hotel, checkIn, key);
  for (let n = 1; n < limits.liveSessionsPerCounter; n++) await open();
  await expect(open()).rejects.toMatchObject(tooMany(limits.openLifetime / 1000));
  expect(await openSession(world.ports, hotel, checkIn, key)).toMatchObject({ sessionId: first.sessionId });
});

it('a phone has five checks at once, also of those that it claims at the same moment, until one is over', async () => {
  const phone = await world.phone();
  const { codeOf } = playChecks(world);
  const codes = (await Promise.all(Array.from({ length: 12 }, () => open()))).map(codeOf);
  const claims = await Promise.allSettled(codes.map((code) => claim(world.ports, phone, { code })));
  const taken = claims.flatMap((each) => (each.status === 'fulfilled' ? [each.value.id] : []));
  const refused = claims.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  expect(taken).toHaveLength(limits.liveChecks);
  for (const each of refused) expect(each).toMatchObject(tooMany(limits.claimedLifetime / 1000));
  await decline(world.ports, phone, taken[0] ?? '');
  expect(await claim(world.ports, phone, { code: codeOf(await open()) })).toMatchObject({ state: 'claimed' });
});

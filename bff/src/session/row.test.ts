import { afterEach, beforeEach, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { abortDevice } from '../attempt/abort-device.ts';
import { forget } from '../jobs/forget.ts';
import { sweep } from '../jobs/sweep.ts';
import { hotel, testPorts } from '../ports/ports.fixture.ts';
import { watchCounter } from '../verify/08-events.ts';
import { readSession } from '../verify/08-result.ts';
import { now, playChecks, problem, screen } from '../verify/checks.fixture.ts';
import { load } from './load.ts';

let world: Awaited<ReturnType<typeof testPorts>>;
let warned: unknown[];
beforeEach(async () => {
  world = await testPorts();
  warned = [];
  world.ports.warn = (what, facts) => void warned.push([what, facts]);
});
afterEach(() => world.ports.db.close());

/** Changes the stored text of a session, as nobody may. */
async function corrupt(id: string, body: (session: object) => string) {
  const [row] = await world.ports.db.read('select body from sessions where id = :id', { id });
  const params = { id, body: body(JSON.parse(String(row?.body))) };
  await world.ports.db.write([{ sql: 'update sessions set body = :body where id = :id', params }]);
}

const wrong: [string, (session: object) => string][] = [
  ['is no JSON', () => '{'],
  ['has a field that its state does not have', (session) => JSON.stringify({ ...session, code: 'x' })],
  ['lacks a field of its state', (session) => JSON.stringify({ ...session, claim: undefined })],
  ['is of no known state', (session) => JSON.stringify({ ...session, state: 'unreadable' })],
  ['is of no known ceremony', (session) => JSON.stringify({ ...session, ceremony: 'raise' })],
  ['has a party too many', (session) => JSON.stringify({ ...session, parties: { officer: 'o'.repeat(43) } })],
];

it.each(wrong)(
  'a stored session that %s is a fault, told by its id, and is never served',
  async (_, body) => {
    const { sessionId } = await playChecks(world).claimed();
    await corrupt(sessionId, body);
    await expect(readSession(world.ports, hotel, sessionId, now)).rejects.toThrow('stored session');
    expect(warned).toEqual([['session-unreadable', { sessionId }]]);
  },
);

it('holds up neither the sweep nor a takeover, and goes when its time has come', async () => {
  const play = playChecks(world);
  const { phone, sessionId } = await play.claimed();
  const sound = await play.open();
  await corrupt(sessionId, () => '{}');
  await abortDevice(world.ports, phone.deviceThumbprint);
  world.clock.now += limits.openLifetime;
  await sweep(world.ports);
  expect((await load(world.ports, sound.sessionId))?.state).toBe('expired');
  expect(warned).toEqual([['session-unreadable', { sessionId }]]);
  world.clock.now += limits.resultRetention;
  await forget(world.ports);
  await expect(readSession(world.ports, hotel, sessionId, now)).rejects.toEqual(problem('not-found'));
});

it('is set aside by the first list that has it: neither its counter nor a takeover of its phone meets it again', async () => {
  const { phone, sessionId } = await playChecks(world).claimed();
  await corrupt(sessionId, () => '{}');
  for (let round = 0; round < 2; round++) {
    const { stop } = await watchCounter(
      world.ports,
      hotel,
      screen(() => undefined),
    );
    stop();
    await abortDevice(world.ports, phone.deviceThumbprint);
  }
  world.clock.now += limits.resultRetention + limits.claimedLifetime;
  await sweep(world.ports);
  expect(warned).toEqual([['session-unreadable', { sessionId }]]);
});

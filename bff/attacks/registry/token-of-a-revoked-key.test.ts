import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { operatorOf } from '../world/operator.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const asked = { scene: 'hotel', purpose: 'check-in' };

/** Reads a stream to its end; answers all that came and how long after `from` it ended, milliseconds of the wall clock. */
async function toEnd(answer: Response, from: () => number) {
  const text = await answer.text();
  return { text, after: performance.now() - from() };
}

it('a key that was stolen is worth nothing from the moment that it is revoked: no token, no call, no stream, in no process', async () => {
  const lin = await operatorOf(world);
  const other = await world.another();
  const token = await world.hotel.token();
  const headers = { authorization: `Bearer ${token}` };
  const opened = await world.hotel.askSession(asked);
  expect(opened.status).toBe(201);
  const streams = await Promise.all(
    [world.url, other].map((url) => fetch(`${url}/counter/v1/events`, { headers })),
  );
  const { sessionId } = Object(opened.body);
  const poll = world.hotel.ask('GET', `/counter/v1/sessions/${sessionId}?after=1&wait=25`);
  let revokedAt = 0;
  const ends = streams.map((stream) => toEnd(stream, () => revokedAt));

  const body = { reason: 'key-lost' };
  revokedAt = performance.now();
  expect((await lin.ask('POST', '/counters/cnt_hotel-1/keys/cnt_hotel-1/revoke', { body })).status).toBe(200);
  for (const url of [world.url, other]) {
    const answer = await fetch(`${url}/counter/v1/sessions`, { headers });
    expect(answer.status).toBe(401);
    await answer.body?.cancel();
  }
  for (const { text, after } of await Promise.all(ends)) {
    expect(text).toContain('event: end\ndata: {"reason":"revoked"}');
    expect(after).toBeLessThan(2 * limits.registryLook + 500);
  }
  await poll;
  expect(performance.now() - revokedAt).toBeLessThan(5_000);
  expect(await world.hotel.askToken(world.hotel.assertion())).toMatchObject({ code: 'client-unknown' });
});

it('the live checks of a counter end with it, and nobody who opens its code is told who asks', async () => {
  const lin = await operatorOf(world, 'Wu');
  const desk = world.otherHotelCounter;
  const opened = Object((await desk.askSession(asked)).body);
  const body = { reason: 'misuse' };
  expect((await lin.ask('POST', '/counters/cnt_hotel-2/revoke', { body })).status).toBe(200);
  const [row] = await world.ports.db.read('select state from sessions where id = :id', {
    id: opened.sessionId,
  });
  expect(row?.state).toBe('cancelled');
  expect(await world.ports.registry.counter('cnt_hotel-2')).toBeUndefined();
  expect(await desk.ask('GET', '/counter/v1/sessions')).toMatchObject({ code: 'token-invalid' });
});

import { expect, it } from 'vitest';
import { readEvents } from '../../../scripts/stand-ins/counter/read-events.ts';
import { checkThrough } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('the event stream of a counter shows nothing of any other, of the same RP or not', async () => {
  const seen: string[] = [];
  await world.hotel.open();
  const leave = new AbortController();
  for (const counter of [world.otherHotelCounter, world.shop]) {
    const headers = { authorization: `Bearer ${await counter.token()}` };
    const answer = await fetch(`${world.url}/counter/v1/events`, { headers, signal: leave.signal });
    const { body } = answer;
    if (body === null) throw new Error('no stream');
    void (async () => {
      for await (const event of readEvents(body, 'session')) seen.push(event);
    })().catch(() => undefined);
  }
  await checkThrough(world);
  const own = await world.shop.open('parcel', 'send');
  while (seen.length === 0) await new Promise((later) => setTimeout(later, 10));
  leave.abort();
  expect(seen.map((event) => JSON.parse(event).sessionId)).toEqual([own.sessionId]);
});

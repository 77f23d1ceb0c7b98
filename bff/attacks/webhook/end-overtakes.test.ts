import { expect, it } from 'vitest';
import { startReceiver } from '../../../scripts/stand-ins/webhook-receiver/receiver.ts';
import * as limits from '../../../shared/limits.ts';
import { cookieOf } from '../code/arrivals.fixture.ts';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const hooks = await openWebhooks(world);

it('the end of a session never overtakes what came before it, whatever the receiver does, and holds up no other session', async () => {
  hooks.reachLoopback();
  const receiver = await startReceiver();
  const { secret = '' } = await hooks.add(`${receiver.url}/`);
  receiver.trust(secret);
  receiver.behave('fail');
  const session = await world.hotel.open();
  await cookieOf(world, world.hotel.code(session));
  await expect.poll(() => receiver.heard.length, { timeout: 30_000 }).toBe(1);
  const end = `/counter/v1/sessions/${session.sessionId}/end`;
  await world.hotel.ask('POST', end, { body: { reason: 'abandoned' } });
  receiver.behave('ok');
  world.clock.pass(limits.webhookRest);
  const other = await hooks.endOne();
  const taken = () =>
    receiver.taken.map((event) => {
      const { type, data } = JSON.parse(JSON.stringify(event));
      return [type, data.sessionId];
    });
  await expect.poll(() => taken().length, { timeout: 30_000 }).toBeGreaterThan(0);
  world.clock.pass(limits.webhookPauses[0]);
  await expect.poll(() => taken().length, { timeout: 30_000 }).toBe(3);
  expect(taken()).toContainEqual(['session.ended', other]);
  expect(taken().filter(([, id]) => id === session.sessionId)).toEqual([
    ['session.needs-more-time', session.sessionId],
    ['session.ended', session.sessionId],
  ]);
  receiver.close();
});

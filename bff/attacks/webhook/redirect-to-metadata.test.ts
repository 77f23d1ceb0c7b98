import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { receive } from '../../src/adapters/webhook/receivers.fixture.ts';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const hooks = await openWebhooks(world);

it('a receiver that sends us on, to the metadata of a cloud or elsewhere inside, has not taken the event, and we do not go', async () => {
  hooks.reachLoopback();
  const inside = await receive((_, response) => response.end('secrets'));
  const statuses = [301, 302, 303, 307, 308];
  const outside = await receive((request, response) => {
    const place = request.url?.startsWith('/metadata')
      ? 'http://169.254.169.254/latest/meta-data/'
      : `http://127.0.0.1:${inside.port}/`;
    response.writeHead(statuses.pop() ?? 302, { location: place, refresh: `0; url=${place}` }).end();
  });
  await hooks.add(`http://127.0.0.1:${outside.port}/inside`);
  await hooks.add(`http://127.0.0.1:${outside.port}/metadata`);
  for (let n = 0; n < 2; n++) await hooks.endOne();
  // After the first refusal a receiver rests: what is left is sent once that is over.
  await expect
    .poll(
      async () => {
        world.clock.pass(limits.webhookRest);
        return (await hooks.deliveries()).map(({ fault }) => fault);
      },
      { timeout: 30_000 },
    )
    .toEqual(Array(4).fill('redirect'));
  expect(outside.heard.length).toBeGreaterThan(2);
  expect(inside.connections()).toBe(0);
  inside.close();
  outside.close();
});

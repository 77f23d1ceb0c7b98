import { expect, it } from 'vitest';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const hooks = await openWebhooks(world);

it('webhooks are opened by an operator’s token alone: not by a counter’s, a phone’s, or none', async () => {
  hooks.record();
  const { webhook } = await hooks.add('https://hotel.example/');
  const path = `/webhooks/${webhook.webhookId}`;
  for (const [method, at] of [
    ['GET', '/relying-parties/rp_hotel/webhooks'],
    ['GET', `${path}/deliveries`],
    ['POST', `${path}/rotate`],
    ['POST', `${path}/revoke`],
  ] as const)
    for (const token of [await world.hotel.token(), `lzo_${'a'.repeat(43)}`, '']) {
      const { status } = await hooks.ask(method, at, method === 'POST' ? {} : undefined, token);
      expect([at, status]).toEqual([at, 401]);
    }
  expect((await hooks.ask('GET', path)).body).toMatchObject({ state: 'active', secrets: 1 });
});

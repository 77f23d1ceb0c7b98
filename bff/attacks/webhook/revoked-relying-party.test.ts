import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const hooks = await openWebhooks(world);

it('a relying party that was revoked is told nothing more, what waits for it neither, and gets no webhook', async () => {
  hooks.record();
  const { webhook } = await hooks.add('https://hotel.example/');
  await hooks.ask('POST', `/webhooks/${webhook.webhookId}/pause`);
  await hooks.endOne();
  await world.hotel.open();
  const revoked = await hooks.ask('POST', '/relying-parties/rp_hotel/revoke', { reason: 'misuse' });
  expect(revoked.status).toBe(200);
  await hooks.ask('POST', `/webhooks/${webhook.webhookId}/resume`);

  // Others are told meanwhile: the job runs.
  const { webhook: other } = await hooks.add('https://office.example/', 'rp_office');
  for (let n = 1; n <= 2; n++) {
    await hooks.ask('POST', `/webhooks/${other.webhookId}/test`);
    await expect.poll(() => hooks.sent.filter(({ url }) => url.includes('office')).length).toBe(n);
    world.clock.pass(limits.webhookUnregisteredRest);
  }
  expect(hooks.sent.filter(({ url }) => url.includes('hotel'))).toEqual([]);
  const waiting = (await hooks.deliveries()).filter(({ webhook_id }) => webhook_id === webhook.webhookId);
  expect(waiting.length).toBeGreaterThan(0);
  for (const each of waiting) expect(each).toMatchObject({ state: 'waiting', tries: 0 });
  expect(await hooks.tryToAdd('https://hotel.example/other')).toMatchObject({ code: 'not-found' });
});

import { Webhook } from 'standardwebhooks';
import { expect, it, vi } from 'vitest';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const hooks = await openWebhooks(world);

it('a rotation that is sent again and again never takes a secret from a receiver that uses it', async () => {
  hooks.record();
  const { webhook, secret = '' } = await hooks.add('https://hotel.example/');
  const rotate = () => hooks.ask('POST', `/webhooks/${webhook.webhookId}/rotate`, {});
  const codes = [];
  for (let n = 0; n < 6; n++) codes.push((await rotate()).code);
  expect(codes).toEqual([undefined, undefined, ...Array(4).fill('webhooks-too-many')]);
  await hooks.endOne();
  await expect.poll(() => hooks.sent.length, { timeout: 30_000 }).toBe(1);
  const [sent] = hooks.sent;
  vi.useFakeTimers({ now: Number(sent?.headers['webhook-timestamp']) * 1000, toFake: ['Date'] });
  try {
    expect(new Webhook(secret).verify(sent?.body ?? '', sent?.headers ?? {})).toBeDefined();
  } finally {
    vi.useRealTimers();
  }
});

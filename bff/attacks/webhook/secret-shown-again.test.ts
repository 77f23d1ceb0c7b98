import { expect, it } from 'vitest';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const hooks = await openWebhooks(world);

it('a secret is in one answer and nowhere after: not in others, not in the log, not in the tables', async () => {
  hooks.record({ status: 500 });
  const { webhook, secret = '' } = await hooks.add('https://hotel.example/hooks?token=of-the-receiver');
  const path = `/webhooks/${webhook.webhookId}`;
  const rotated = await hooks.ask('POST', `${path}/rotate`, {});
  await hooks.endOne();
  await expect.poll(() => hooks.sent.length, { timeout: 30_000 }).toBeGreaterThan(0);
  const seen: unknown[] = [];
  for (const [method, at] of [
    ['GET', '/relying-parties/rp_hotel/webhooks'],
    ['GET', path],
    ['GET', `${path}/deliveries`],
    ['POST', `${path}/test`],
    ['POST', `${path}/pause`],
    ['POST', `${path}/resume`],
    ['POST', `${path}/revoke`],
  ] as const) {
    const answer = await hooks.ask(method, at);
    expect([at, answer.code]).toEqual([at, undefined]);
    seen.push(answer.body);
  }
  for (const table of ['webhooks', 'webhook_secrets', 'webhook_deliveries', 'audit', 'idempotency'])
    seen.push(await world.ports.db.read(`select * from ${table}`, {}));
  const text = JSON.stringify([seen, world.lines, hooks.sent.map(({ headers }) => headers)]);
  const bytes = Buffer.from(secret.slice(6), 'base64');
  for (const form of [secret.slice(6), bytes.toString('hex'), bytes.toString('base64url')])
    expect(text).not.toContain(form);
  expect(text).not.toContain(JSON.stringify(rotated.body).slice(-50, -5));
  expect(JSON.stringify(world.lines)).not.toContain('of-the-receiver');
});

import { expect, it } from 'vitest';
import { Problem } from '../../../../shared/problem.ts';
import { hookWorld, operator } from '../../webhook/hooks.fixture.ts';
import { changeWebhook } from './change-webhook.ts';
import { setPaused } from './pause-webhook.ts';
import { replayDead, replayDelivery } from './replay-deliveries.ts';
import { revokeWebhook } from './revoke-webhook.ts';
import { rotateWebhook } from './rotate-webhook.ts';
import { testWebhook } from './test-webhook.ts';

const settings = (url: string) => ({ url, name: 'Desk', events: ['session.ended' as const] });

it('a webhook is changed together with its entry in the chain, or neither is', async () => {
  const world = await hookWorld();
  const { ports } = world;
  const id = (await world.add()).webhook.webhookId;
  await world.queue();
  const everything = async () => [
    await ports.db.read('select * from webhooks', {}),
    await ports.db.read('select * from webhook_secrets', {}),
    await world.stored(),
  ];
  const replayed = async () => {
    const eventId = (await world.stored())[0]?.eventId ?? '';
    return replayDelivery(ports, operator, id, eventId);
  };
  const steps = {
    added: () => world.add('https://hotel.example/other'),
    changed: () => changeWebhook(ports, operator, id, settings('https://hotel.example/new')),
    paused: () => setPaused(ports, operator, id, 'paused'),
    rotated: () => rotateWebhook(ports, operator, id, { leaked: true }),
    tested: () => testWebhook(ports, operator, id),
    replayed,
    'replayed, all': () => replayDead(ports, operator, id, 0),
    revoked: () => revokeWebhook(ports, operator, id),
  };
  await ports.db.write([{ sql: `update webhook_deliveries set state = 'dead'`, params: {} }]);
  const before = await everything();
  const { audited } = ports;
  ports.audited = async () => {
    throw new Problem('storage-full');
  };
  for (const [what, step] of Object.entries(steps)) {
    await expect(step(), what).rejects.toEqual(expect.objectContaining({ code: 'storage-full' }));
    expect(await everything(), what).toEqual(before);
  }
  ports.audited = audited;
  const entries = () => world.events.flatMap((event) => ('what' in event ? [event.what] : []));
  expect(await replayDead(ports, operator, id, 0)).toEqual({ replayed: 1, more: false });
  expect(await replayDead(ports, operator, id, 0)).toEqual({ replayed: 0, more: false });
  expect(entries()).toEqual(['added', 'replayed']);
  await ports.db.close();
});

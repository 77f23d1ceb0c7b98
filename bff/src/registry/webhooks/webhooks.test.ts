import { Webhook } from 'standardwebhooks';
import { beforeEach, describe, expect, it } from 'vitest';
import type { WebhookWithSecret } from '../../../../shared/contract/operator/webhook-view.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import { asId, newId } from '../../../../shared/ids.ts';
import * as limits from '../../../../shared/limits.ts';
import { forget } from '../../jobs/forget.ts';
import { hotel } from '../../ports/ports.fixture.ts';
import { hookWorld, operator } from '../../webhook/hooks.fixture.ts';
import { addWebhook } from './add-webhook.ts';
import { changeWebhook } from './change-webhook.ts';
import { listWebhooks } from './list-webhooks.ts';
import { setPaused } from './pause-webhook.ts';
import { readDeliveries } from './read-deliveries.ts';
import { replayDead, replayDelivery } from './replay-deliveries.ts';
import { revokeWebhook } from './revoke-webhook.ts';
import { rotateWebhook } from './rotate-webhook.ts';
import { testWebhook } from './test-webhook.ts';

let world: Awaited<ReturnType<typeof hookWorld>>;
let added: WebhookWithSecret;
let id: string;
beforeEach(async () => {
  world = await hookWorld();
  added = await world.add();
  id = added.webhook.webhookId;
  return () => world.ports.db.close();
});

const problem = (code: ErrorCode) => expect.objectContaining({ name: 'Problem', code });
const settings = (url: string) => ({ url, name: 'Desk', events: ['session.ended' as const] });
const last = () => {
  const sent = world.sent.at(-1);
  if (sent === undefined) throw new Error('nothing was sent');
  return sent;
};
/** Whether the package would take the last delivery with the secret, whenever that was sent. */
const takes = (secret = '') => {
  const { headers, body } = last();
  const at = new Date(Number(headers['webhook-timestamp']) * 1000);
  const signature = new Webhook(secret).sign(headers['webhook-id'] ?? '', at, body);
  return headers['webhook-signature']?.split(' ').includes(signature);
};

describe('a webhook', () => {
  it('shows its secret once, and never again to anybody', async () => {
    expect(added.secret).toMatch(/^whsec_/);
    const shown = JSON.stringify([
      await listWebhooks(world.ports, hotel.rpId),
      await testWebhook(world.ports, operator, id),
      await readDeliveries(world.ports, id, {}),
      world.events,
      await world.ports.db.read('select * from webhook_secrets', {}),
    ]);
    expect(shown).not.toContain(added.secret?.slice(6));
    await world.settle();
    expect(takes(added.secret)).toBe(true);
    expect(JSON.stringify(world.warnings)).not.toContain(added.secret?.slice(6));
  });

  it('signs by a key of its own where the receiver wants to hold no secret', async () => {
    const { webhook, publicKey, secret } = await addWebhook(world.ports, operator, hotel.rpId, {
      ...settings('https://hotel.example/asymmetric'),
      signing: 'ed25519',
    });
    expect([secret, webhook.publicKeys, webhook.signing]).toEqual([undefined, [publicKey], 'ed25519']);
  });

  it('is of a registered RP, at an address that may be told, once each, and of so many', async () => {
    const add = (url: string, rpId = hotel.rpId) => addWebhook(world.ports, operator, rpId, settings(url));
    await expect(add('https://a.example/', asId('rp', 'rp_nobody'))).rejects.toEqual(problem('not-found'));
    await expect(add(added.webhook.url)).rejects.toEqual(problem('webhook-exists'));
    world.ports.webhooks.judge = async (url) => (url.includes('internal') ? undefined : url);
    await expect(add('https://internal.example/')).rejects.toEqual(problem('webhook-url-refused'));
    for (let n = 1; n < limits.webhooksPerRp; n++) await add(`https://hotel.example/${n}`);
    await expect(add('https://hotel.example/one-more')).rejects.toEqual(problem('webhooks-too-many'));
    await revokeWebhook(world.ports, operator, id);
    expect((await add(added.webhook.url)).webhook.state).toBe('active');
    const change = changeWebhook(world.ports, operator, id, settings('https://hotel.example/x'));
    await expect(change).rejects.toEqual(problem('webhook-over'));
  });

  it('can be added and revoked only so often', async () => {
    let made = 1;
    const again = async (): Promise<never> => {
      await revokeWebhook(world.ports, operator, id);
      id = (await world.add()).webhook.webhookId;
      made++;
      return again();
    };
    await expect(again()).rejects.toEqual(problem('too-many-requests'));
    expect(made).toBe(limits.webhooksMadePerRp.atOnce);
  });

  it('takes another URL, to which what waits goes at once', async () => {
    world.receiver.answer = () => ({ status: 500 });
    await world.queue();
    await world.settle();
    world.receiver.answer = () => ({ status: 204 });
    await changeWebhook(world.ports, operator, id, settings('https://new.example/'));
    await world.settle();
    expect(world.sent.map(({ url }) => url)).toEqual(['https://hotel.example/hooks', 'https://new.example/']);
    await world.queue();
    await world.settle();
    expect(world.sent).toHaveLength(2);
  });

  it('sends nothing while it is paused, and then all in order', async () => {
    expect((await setPaused(world.ports, operator, id, 'paused')).state).toBe('paused');
    await world.queue(2);
    await world.settle();
    expect(world.sent).toEqual([]);
    expect(await setPaused(world.ports, operator, id, 'resumed')).toMatchObject({
      state: 'active',
      backlog: 2,
    });
    await world.settle();
    expect(world.sent.map(({ headers }) => headers['webhook-id'])).toEqual(
      (await world.stored()).map(({ eventId }) => eventId),
    );
  });

  it('goes on after 410 once an operator says so, with all that has happened meanwhile', async () => {
    world.receiver.answer = () => ({ status: 410 });
    await world.queue();
    await world.settle();
    await world.queue();
    world.receiver.answer = () => ({ status: 204 });
    await setPaused(world.ports, operator, id, 'resumed');
    await world.settle();
    expect((await world.stored()).map(({ state }) => state)).toEqual(['delivered', 'delivered']);
    expect((await listWebhooks(world.ports, hotel.rpId)).webhooks[0]).toMatchObject({
      backlog: 0,
      state: 'active',
    });
  });

  it('is over once it is revoked: nothing follows, and its secrets are gone', async () => {
    await world.queue();
    expect(await revokeWebhook(world.ports, operator, id)).toMatchObject({
      state: 'revoked',
      secrets: 0,
      backlog: 0,
    });
    await revokeWebhook(world.ports, operator, id);
    expect(world.events.filter((event) => 'what' in event && event.what === 'revoked')).toHaveLength(1);
    for (const step of [
      setPaused(world.ports, operator, id, 'resumed'),
      rotateWebhook(world.ports, operator, id, {}),
      testWebhook(world.ports, operator, id),
      replayDead(world.ports, operator, id, 0),
    ])
      await expect(step).rejects.toEqual(problem('webhook-over'));
    world.clock.now += limits.webhookDeadKept;
    await forget(world.ports);
    expect(await listWebhooks(world.ports, hotel.rpId)).toEqual({ webhooks: [] });
    expect(await world.stored()).toEqual([]);
  });

  it('is unknown where it is', async () => {
    const other = newId('hook', world.ports.random);
    await expect(readDeliveries(world.ports, other, {})).rejects.toEqual(problem('not-found'));
    await expect(replayDelivery(world.ports, operator, id, newId('evt', world.ports.random))).rejects.toEqual(
      problem('not-found'),
    );
  });
});

describe('a secret that is replaced', () => {
  it('signs beside the new one for a day, also where it is replaced again', async () => {
    const second = await rotateWebhook(world.ports, operator, id, {});
    const third = await rotateWebhook(world.ports, operator, id, {});
    await expect(rotateWebhook(world.ports, operator, id, {})).rejects.toEqual(problem('webhooks-too-many'));
    await testWebhook(world.ports, operator, id);
    await world.settle();
    for (const { secret } of [added, second, third]) expect(takes(secret)).toBe(true);
    world.clock.now += limits.webhookOverlap;
    await testWebhook(world.ports, operator, id);
    await world.settle();
    expect([added, second, third].map(({ secret }) => takes(secret))).toEqual([false, false, true]);
    await forget(world.ports);
    expect(await world.ports.db.read('select id from webhook_secrets', {})).toHaveLength(1);
  });

  it('signs no more from now on where it leaked', async () => {
    const { secret, webhook } = await rotateWebhook(world.ports, operator, id, { leaked: true });
    expect(webhook.secrets).toBe(1);
    await testWebhook(world.ports, operator, id);
    await world.settle();
    expect([takes(added.secret), takes(secret)]).toEqual([false, true]);
  });
});

describe('deliveries', () => {
  it('are read in pages, the newest first, and by state', async () => {
    for (let n = 0; n < 5; n++) {
      await world.queue();
      world.clock.now += 1;
    }
    await world.settle();
    const first = await readDeliveries(world.ports, id, { limit: 3 });
    const second = await readDeliveries(world.ports, id, {
      limit: 3,
      ...(first.next && { after: first.next }),
    });
    const ids = [...first.deliveries, ...second.deliveries].map(({ eventId }) => eventId);
    expect(ids).toEqual((await world.stored()).map(({ eventId }) => eventId).reverse());
    expect(second.next).toBeUndefined();
    expect((await readDeliveries(world.ports, id, { state: 'dead' })).deliveries).toEqual([]);
    expect((await readDeliveries(world.ports, id, { state: 'delivered' })).deliveries).toHaveLength(5);
    await expect(readDeliveries(world.ports, id, { after: 'x' })).rejects.toEqual(problem('request-invalid'));
  });

  it('are sent again, one that was delivered or all that were given up, as the same events and in order', async () => {
    await world.queue();
    await world.settle();
    const [one] = await world.stored();
    const replayed = await replayDelivery(world.ports, operator, id, one?.eventId ?? '');
    expect(replayed).toMatchObject({ state: 'waiting', tries: 0 });
    await expect(replayDelivery(world.ports, operator, id, one?.eventId ?? '')).rejects.toEqual(
      problem('step-out-of-order'),
    );
    await world.settle();
    expect(world.sent.map(({ headers }) => headers['webhook-id'])).toEqual([one?.eventId, one?.eventId]);

    world.clock.now += 1;
    const since = world.clock.now;
    const sessionId = await world.queue(3);
    await world.ports.db.write([
      {
        sql: `update webhook_deliveries set state = 'dead' where session_id = :sessionId`,
        params: { sessionId },
      },
      { sql: 'update webhooks set backlog = 0', params: {} },
    ]);
    expect(await replayDead(world.ports, operator, id, since)).toEqual({ replayed: 3, more: false });
    await world.settle();
    const mine = (await world.stored()).filter((row) => row.sessionId === sessionId);
    expect(world.sent.slice(2).map(({ headers }) => headers['webhook-id'])).toEqual(
      mine.map(({ eventId }) => eventId),
    );
    expect((await listWebhooks(world.ports, hotel.rpId)).webhooks[0]?.backlog).toBe(0);
  });

  it('are forgotten with the session: what was not delivered is dead, without it, and cannot be sent again', async () => {
    await world.queue();
    await world.settle();
    await setPaused(world.ports, operator, id, 'paused');
    await world.queue();
    world.clock.now += limits.resultRetention;
    await forget(world.ports);
    expect(await world.stored()).toMatchObject([{ state: 'dead', sessionId: undefined, fault: 'forgotten' }]);
    const [dead] = await world.stored();
    expect((await listWebhooks(world.ports, hotel.rpId)).webhooks[0]?.backlog).toBe(0);
    await expect(replayDelivery(world.ports, operator, id, dead?.eventId ?? '')).rejects.toEqual(
      problem('event-forgotten'),
    );
    expect(await replayDead(world.ports, operator, id, 0)).toEqual({ replayed: 0, more: false });
    world.clock.now += limits.webhookDeadKept;
    await forget(world.ports);
    expect(await world.stored()).toEqual([]);
  });

  it('of tests are so many', async () => {
    for (let n = 0; n < limits.webhookTests.atOnce; n++) await testWebhook(world.ports, operator, id);
    await expect(testWebhook(world.ports, operator, id)).rejects.toEqual(problem('too-many-requests'));
  });
});

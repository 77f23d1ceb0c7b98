import { beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { hookWorld } from './hooks.fixture.ts';
import { readWebhook } from './read-webhook.ts';

let world: Awaited<ReturnType<typeof hookWorld>>;
beforeEach(async () => {
  world = await hookWorld();
  return () => world.ports.db.close();
});

const states = async () => (await world.stored()).map(({ state, tries }) => `${state} ${tries}`);

describe('the order', () => {
  it('is kept within a session: what comes later waits until the earlier is told or dead', async () => {
    await world.add();
    const sessionId = await world.queue(3);
    const other = await world.queue();
    let fails = true;
    world.receiver.answer = ({ body }) => ({ status: fails && body.includes(sessionId) ? 500 : 204 });
    await world.settle();
    world.clock.now += limits.webhookRest;
    await world.settle();
    const places = async () =>
      (await world.stored())
        .filter((row) => row.sessionId === sessionId)
        .map(({ state, tries }) => [state, tries]);
    expect(await places()).toEqual([
      ['waiting', expect.any(Number)],
      ['waiting', 0],
      ['waiting', 0],
    ]);
    expect((await world.stored()).find((row) => row.sessionId === other)?.state).toBe('delivered');
    fails = false;
    world.clock.now += 3_600_000;
    await world.settle();
    const order = world.sent
      .filter(({ body }) => body.includes(sessionId))
      .map(({ headers }) => headers['webhook-id']);
    const stored = (await world.stored()).filter((row) => row.sessionId === sessionId);
    expect([...new Set(order)]).toEqual(stored.map(({ eventId }) => eventId));
    expect(stored.map(({ state }) => state)).toEqual(['delivered', 'delivered', 'delivered']);
  });

  it('goes on behind one that is dead', async () => {
    await world.add();
    const sessionId = await world.queue(2);
    await world.ports.db.write([
      { sql: `update webhook_deliveries set tries = 9 where place = 1`, params: {} },
    ]);
    let first = true;
    world.receiver.answer = () => {
      const status = first ? 500 : 204;
      first = false;
      return { status };
    };
    await world.settle();
    world.clock.now += limits.webhookRest;
    await world.settle();
    const mine = (await world.stored()).filter((row) => row.sessionId === sessionId);
    expect(mine.map(({ state }) => state)).toEqual(['dead', 'delivered']);
  });
});

describe('receivers beside each other', () => {
  it('do not wait for one that answers nothing, nor do other sessions of the same one', async () => {
    await world.add('https://hotel.example/slow');
    await world.add('https://hotel.example/quick');
    const stuck = await world.queue();
    world.receiver.answer = ({ url, body }) =>
      url.endsWith('/slow') && body.includes(stuck) ? new Promise(() => {}) : { status: 204 };
    await world.settle();
    const later = await world.queue();
    await world.settle();
    const quick = world.sent.filter(({ url }) => url.endsWith('/quick'));
    expect(quick.map(({ body }) => body.includes(stuck) || body.includes(later))).toEqual([true, true]);
    expect(world.sent.some(({ url, body }) => url.endsWith('/slow') && body.includes(later))).toBe(true);
  });

  it('are tried one by one while they fail, and left alone in between, however much waits', async () => {
    await world.add();
    for (let n = 0; n < 50; n++) await world.queue();
    world.receiver.answer = () => ({ fault: 'timeout' });
    await world.settle();
    expect(world.sent.length).toBeLessThanOrEqual(2 * limits.webhookAtOnce);
    const before = world.sent.length;
    world.clock.now += limits.webhookRest;
    await world.settle();
    expect(world.sent.length - before).toBe(1);
    world.receiver.answer = () => ({ status: 204 });
    world.clock.now += 60_000;
    await world.settle();
    expect(new Set(await states())).not.toContain('waiting 0');
    expect((await world.stored()).filter(({ state }) => state === 'waiting')).toEqual([]);
  });

  it('are told no more than so many things at the same time', async () => {
    await world.add();
    for (let n = 0; n < 20; n++) await world.queue();
    world.receiver.answer = () => new Promise(() => {});
    await world.settle();
    expect(world.sent).toHaveLength(limits.webhookAtOnce);
  });
});

describe('what waits for a webhook', () => {
  it('is kept up to a bound; beyond it what comes is not, and is counted', async () => {
    const { webhook } = await world.add();
    await world.ports.db.write([
      { sql: 'update webhooks set backlog = :most', params: { most: limits.webhookBacklog - 1 } },
    ]);
    await world.queue(3);
    expect(await readWebhook(world.ports, webhook.webhookId)).toMatchObject({
      ...{ backlog: limits.webhookBacklog, missed: 2 },
    });
    expect(await world.stored()).toHaveLength(1);
  });
});

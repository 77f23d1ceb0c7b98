import { beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { office } from '../ports/ports.fixture.ts';
import type { Sent } from '../ports/webhooks.ts';
import { revokeWebhook } from '../registry/webhooks/revoke-webhook.ts';
import { hookWorld, operator } from './hooks.fixture.ts';
import { readWebhook } from './read-webhook.ts';
import { freeTaken } from './take-due.ts';

let world: Awaited<ReturnType<typeof hookWorld>>;
beforeEach(async () => {
  world = await hookWorld();
  return () => world.ports.db.close();
});

const bodies = () => world.sent.map(({ body }): unknown => JSON.parse(body));
const told = () => world.sent.map(({ url, headers }) => `${url} ${headers['webhook-id']}`);
const states = async () => (await world.stored()).map(({ state, tries }) => `${state} ${tries}`);

describe('an event', () => {
  it('is told to every webhook of its RP that is told of such, and to no other', async () => {
    await world.add('https://hotel.example/a');
    await world.add('https://hotel.example/b');
    await world.add('https://office.example/', office.rpId);
    const sessionId = await world.queue();
    await world.settle();
    expect(world.sent.map(({ url }) => url).sort()).toEqual([
      'https://hotel.example/a',
      'https://hotel.example/b',
    ]);
    expect(new Set(world.sent.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(bodies()).toMatchObject([{ data: { sessionId } }, { data: { sessionId } }]);
    expect(await states()).toEqual(['delivered 1', 'delivered 1']);
  });

  it('is told once when several processes see it at the same moment', async () => {
    await world.add();
    await world.queue();
    await Promise.all(Array.from({ length: 5 }, () => world.round()));
    world.restart();
    await world.settle();
    expect(world.sent).toHaveLength(1);
  });

  it('is tried again after the pauses of the standard, with a random part more, and then is dead', async () => {
    await world.add();
    await world.queue();
    // Kept long enough for all of them.
    await world.ports.db.write([
      { sql: 'update webhook_deliveries set expires_at = :at', params: { at: world.clock.now + 1e12 } },
    ]);
    world.receiver.answer = () => ({ status: 500 });
    for (const pause of limits.webhookPauses) {
      await world.settle();
      const [waits] = await world.stored();
      const until = (waits?.nextAt ?? 0) - world.clock.now;
      expect(until).toBeGreaterThanOrEqual(pause);
      expect(until).toBeLessThanOrEqual(pause * (1 + limits.webhookJitter));
      world.clock.now += until - 1;
      const before = world.sent.length;
      await world.settle();
      expect(world.sent).toHaveLength(before);
      world.clock.now += 1 + limits.webhookRest;
    }
    await world.settle();
    expect(await world.stored()).toMatchObject([
      { state: 'dead', tries: 1 + limits.webhookPauses.length, fault: 'server-error', status: 500 },
    ]);
    expect(new Set(told()).size).toBe(1);
    expect(await readWebhook(world.ports, (await world.stored())[0]?.webhookId ?? '')).toMatchObject({
      backlog: 0,
      lastFault: 'server-error',
    });
  });

  it('is tried a last time before its session is forgotten, and then is dead', async () => {
    await world.add();
    await world.queue();
    world.receiver.answer = () => ({ status: 500 });
    const end = world.clock.now + limits.resultRetention;
    const tries: number[] = [];
    for (let n = 0; n < 20; n++) {
      await world.settle();
      const [row] = await world.stored();
      if (row?.state === 'dead') break;
      world.clock.now = Math.max(row?.nextAt ?? 0, world.clock.now + limits.webhookRest);
      tries.push(end - world.clock.now);
    }
    expect(await states()).toEqual(['dead 8']);
    expect(tries.at(-1)).toBe(limits.webhookLastTry);
  });

  it.each([
    ['a redirect', { status: 307 }, 'redirect'],
    ['a refusal', { status: 404 }, 'client-error'],
    ['no answer', { fault: 'timeout' as const }, 'timeout'],
    ['an address that is refused', { fault: 'address-refused' as const }, 'address-refused'],
    ['an interim answer', { status: 100 }, 'answer-invalid'],
  ])('is not delivered by %s', async (_what, answer: Sent, fault) => {
    await world.add();
    await world.queue();
    world.receiver.answer = () => answer;
    await world.settle();
    expect(await world.stored()).toMatchObject([{ state: 'waiting', tries: 1, fault }]);
    expect(world.warnings).toMatchObject([{ what: 'webhook-undelivered', facts: { fault } }]);
  });

  it.each([200, 201, 202, 204, 299])('is delivered by %s', async (status) => {
    await world.add();
    await world.queue();
    world.receiver.answer = () => ({ status });
    await world.settle();
    expect(await world.stored()).toMatchObject([{ state: 'delivered', status }]);
  });

  it.each([
    [429, 'rate-limited'],
    [503, 'server-error'],
  ])('waits as long as a %s asks for, within bounds, and all others with it', async (status, fault) => {
    const { webhook } = await world.add();
    await world.queue();
    world.receiver.answer = () => ({ status, retryAfter: 60_000 });
    await world.settle();
    expect((await world.stored())[0]?.nextAt).toBe(world.clock.now + 60_000);
    await world.queue();
    world.clock.now += 59_999;
    await world.settle();
    expect(world.sent).toHaveLength(1);
    world.receiver.answer = () => ({ status, retryAfter: 1e12 });
    world.clock.now += 1;
    await world.settle();
    const pauses = (await world.stored()).map(({ nextAt }) => nextAt - world.clock.now);
    expect(pauses).toContain(limits.webhookRetryAfterMost);
    expect((await readWebhook(world.ports, webhook.webhookId))?.lastFault).toBe(fault);
  });

  it('heeds no wish to come back later of who is just broken', async () => {
    await world.add();
    await world.queue();
    world.receiver.answer = () => ({ status: 500, retryAfter: 3_600_000 });
    await world.settle();
    expect((await world.stored())[0]?.nextAt).toBeLessThan(world.clock.now + 10_000);
  });

  it('is told again, as the same event, where the process that was telling it ended', async () => {
    await world.add();
    await world.queue();
    world.receiver.answer = () => new Promise(() => {});
    await world.round();
    await expect.poll(() => world.sent.length).toBe(1);
    world.restart();
    world.receiver.answer = () => ({ status: 204 });
    await world.settle();
    expect(world.sent).toHaveLength(1);
    world.clock.now += limits.webhookTakenFor;
    await world.settle();
    expect(new Set(told()).size).toBe(1);
    expect(await states()).toEqual(['delivered 2']);
  });

  it('is told again at once by a process that starts alone', async () => {
    await world.add();
    await world.queue();
    world.receiver.answer = () => new Promise(() => {});
    await world.round();
    await expect.poll(() => world.sent.length).toBe(1);
    world.restart();
    world.receiver.answer = () => ({ status: 204 });
    await freeTaken(world.ports);
    await world.settle();
    expect(await states()).toEqual(['delivered 2']);
  });

  it('is not told to a webhook that is revoked, nor to one of an RP that is registered no more', async () => {
    const { webhook } = await world.add();
    await world.queue();
    await revokeWebhook(world.ports, operator, webhook.webhookId);
    await world.queue();
    await world.add('https://hotel.example/other');
    world.ports.registry.isActive = async () => false;
    await world.queue();
    await world.settle();
    expect(world.sent).toEqual([]);
    expect((await states()).sort()).toEqual(['dead 0', 'waiting 0']);
  });

  it('is not told to an RP that is revoked while it is made ready', async () => {
    await world.add();
    await world.queue();
    let looks = 0;
    world.ports.registry.isActive = async () => looks++ === 0;
    await world.settle();
    expect(world.sent).toEqual([]);
    expect(await states()).toEqual(['waiting 1']);
  });
});

describe('a receiver that has gone (410)', () => {
  it('is told nothing more, what comes waits, and the operator sees it', async () => {
    const { webhook } = await world.add();
    await world.queue(2);
    await world.queue();
    world.receiver.answer = () => ({ status: 410 });
    await world.settle();
    await world.queue();
    world.clock.now += 24 * 3_600_000 - 1;
    await world.settle();
    expect(world.sent).toHaveLength(2);
    expect(await readWebhook(world.ports, webhook.webhookId)).toMatchObject({
      ...{ state: 'gone', lastFault: 'gone', backlog: 4 },
    });
    expect(world.events.filter(({ event }) => event === 'webhook-gone')).toEqual([
      { event: 'webhook-gone', by: 'relying-party', rpId: 'rp_hotel', webhookId: webhook.webhookId },
    ]);
  });

  it('is stopped in the write that stands in the log, and not where that cannot be written', async () => {
    const { webhook } = await world.add();
    await world.queue();
    world.receiver.answer = () => ({ status: 410 });
    const { audited } = world.ports;
    world.ports.audited = async () => {
      throw new Problem('storage-full');
    };
    await world.settle();
    expect(await readWebhook(world.ports, webhook.webhookId)).toMatchObject({ state: 'active' });
    world.ports.audited = audited;
    world.clock.now += limits.webhookTakenFor;
    await world.settle();
    expect(await readWebhook(world.ports, webhook.webhookId)).toMatchObject({ state: 'gone' });
    expect(world.events.filter(({ event }) => event === 'webhook-gone')).toHaveLength(1);
  });

  it('that says so to several deliveries at once is stopped once', async () => {
    const { webhook } = await world.add();
    await world.queue();
    await world.queue();
    world.receiver.answer = () => ({ status: 410 });
    await world.settle();
    expect(await states()).toEqual(['waiting 1', 'waiting 1']);
    expect(await readWebhook(world.ports, webhook.webhookId)).toMatchObject({ state: 'gone', backlog: 2 });
    expect(world.events.filter(({ event }) => event === 'webhook-gone')).toHaveLength(1);
  });
});

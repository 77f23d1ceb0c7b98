import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startReceiver, type WebhookReceiver } from '../../scripts/stand-ins/webhook-receiver/receiver.ts';
import { openOperator } from './operator-of-process.fixture.ts';
import { environmentIn, killAll, openDesk, runBff } from './process.fixture.ts';

let folder: string;
let receiver: WebhookReceiver;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lz-hooks-'));
  receiver = await startReceiver();
});
afterEach(() => {
  killAll();
  receiver.close();
  rmSync(folder, { recursive: true });
});

const waiting = { timeout: 60_000, interval: 50 };
const sessionsOf = (events: readonly unknown[]) =>
  events.map((event) => {
    const { type, data }: { type: string; data: { sessionId?: string } } = JSON.parse(JSON.stringify(event));
    return `${type} ${data.sessionId ?? ''}`;
  });

it('a receiver that fails, stalls, redirects, says 410 and recovers, while the BFF is killed twice: no event is lost, none is wrong, none is acted on twice', async () => {
  // Fast enough to see several tries of each, slow enough that none of them is the last.
  const env = { ...environmentIn(folder), LZ_WEBHOOK_HASTE: '2000' };
  let bff = runBff(env);
  let url = await bff.ready();
  const ask = openOperator(join(folder, 'bff.db'), () => url);
  const added = await ask('POST', '/relying-parties/rp_hotel/webhooks', {
    ...{ url: `${receiver.url}/hooks`, name: 'Front desk' },
    events: ['session.ended', 'session.needs-more-time'],
  });
  expect(added.status).toBe(201);
  receiver.trust(added.body.secret);
  const { webhookId } = added.body.webhook;

  const ended: string[] = [];
  const endOne = async () => {
    const desk = await openDesk(url);
    const { sessionId } = await (await desk.open()).json();
    expect((await desk.ask('POST', `/${sessionId}/end`, { reason: 'abandoned' })).status).toBe(200);
    ended.push(`session.ended ${sessionId}`);
  };
  const heardSince = async (count: number) =>
    expect.poll(() => receiver.heard.length, waiting).toBeGreaterThan(count);
  const kill = async () => {
    bff.child.kill('SIGKILL');
    await bff.exit;
    bff = runBff(env);
    url = await bff.ready();
  };

  for (const behaviour of ['fail', 'redirect', 'busy', 'stall'] as const) {
    receiver.behave(behaviour);
    const before = receiver.heard.length;
    await endOne();
    await heardSince(before);
    // In the middle of a try that is not answered, and once more while several wait.
    if (behaviour === 'stall') await kill();
  }
  expect(receiver.taken).toEqual([]);

  receiver.behave('gone');
  await expect
    .poll(async () => (await ask('GET', `/webhooks/${webhookId}`)).body, waiting)
    .toMatchObject({ state: 'gone', lastFault: 'gone', backlog: 4 });
  await endOne();
  await kill();
  receiver.behave('ok');
  expect((await ask('POST', `/webhooks/${webhookId}/resume`)).body.state).toBe('active');
  await expect.poll(() => receiver.taken.length, waiting).toBe(5);
  await endOne();
  await expect.poll(() => receiver.taken.length, waiting).toBe(6);

  expect(sessionsOf(receiver.taken).sort()).toEqual(ended.sort());
  expect(receiver.heard.every(({ event }) => event !== undefined)).toBe(true);
  const byId = new Map<string, string>();
  for (const { eventId, event } of receiver.heard) {
    const text = JSON.stringify(event);
    expect(byId.get(eventId) ?? text).toBe(text);
    byId.set(eventId, text);
  }
  expect(byId.size).toBe(6);
  expect(receiver.heard.some(({ path }) => path === '/ok')).toBe(false);
  // What was told is written down a moment later.
  await expect
    .poll(async () => (await ask('GET', `/webhooks/${webhookId}`)).body, waiting)
    .toMatchObject({ state: 'active', backlog: 0, missed: 0 });
  const { deliveries } = (await ask('GET', `/webhooks/${webhookId}/deliveries`)).body;
  expect(deliveries.map(({ state }: { state: string }) => state)).toEqual(Array(6).fill('delivered'));

  const log = readFileSync(join(folder, 'bff.log'), 'utf8');
  expect(log).toContain('webhook-undelivered');
  expect(log).not.toContain(added.body.secret.slice(6));
  expect(log).not.toContain(`${receiver.url}/hooks`);
}, 180_000);

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Value } from 'typebox/value';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startReceiver, type WebhookReceiver } from '../../scripts/stand-ins/webhook-receiver/receiver.ts';
import type { OpenSessionAnswer } from '../../shared/contract/verify/01-open-session.ts';
import { WebhookEvent } from '../../shared/contract/webhook/events.ts';
import { scanAsStranger } from './guest-of-process.fixture.ts';
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
/** What was told of each session, in the order in which it came. */
function bySession(events: readonly unknown[]): Map<string, string[]> {
  const told = new Map<string, string[]>();
  for (const event of events) {
    const { type, data } = Value.Parse(WebhookEvent, event);
    const sessionId = 'sessionId' in data ? data.sessionId : '';
    told.set(sessionId, [...(told.get(sessionId) ?? []), type]);
  }
  return told;
}

it('a receiver that fails, stalls, redirects, says 410 and recovers, while the BFF is killed three times: no event is lost, none is wrong, none is acted on twice, and those of a session come in order', async () => {
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

  /** What is to be told of each session, in this order. */
  const happened = new Map<string, string[]>();
  const open = async (): Promise<OpenSessionAnswer> => {
    const session = await (await (await openDesk(url)).open()).json();
    happened.set(session.sessionId, []);
    return session;
  };
  const end = async ({ sessionId }: { sessionId: string }) => {
    const desk = await openDesk(url);
    expect((await desk.ask('POST', `/${sessionId}/end`, { reason: 'abandoned' })).status).toBe(200);
    happened.get(sessionId)?.push('session.ended');
  };
  const endOne = async () => end(await open());
  const openOneThatIsScanned = async () => {
    const session = await open();
    expect(await scanAsStranger(url, session)).toBe(201);
    happened.get(session.sessionId)?.push('session.needs-more-time');
    return session;
  };
  const heardSince = async (count: number) =>
    expect.poll(() => receiver.heard.length, waiting).toBeGreaterThan(count);
  const kill = async () => {
    bff.child.kill('SIGKILL');
    await bff.exit;
    bff = runBff(env);
    url = await bff.ready();
  };

  // What comes first is tried so often that its next try is seconds away when what follows is to be told, after a crash between the two.
  receiver.behave('fail');
  const delayed = await openOneThatIsScanned();
  await heardSince(3);
  await kill();
  receiver.behave('ok');
  await end(delayed);
  await expect.poll(() => receiver.taken.length, waiting).toBe(2);

  const scanned: OpenSessionAnswer[] = [];
  for (const behaviour of ['fail', 'redirect', 'busy', 'stall'] as const) {
    receiver.behave(behaviour);
    const before = receiver.heard.length;
    if (behaviour === 'redirect' || behaviour === 'stall') scanned.push(await openOneThatIsScanned());
    else await endOne();
    await heardSince(before);
    // In the middle of a try that is not answered, and once more while several wait.
    if (behaviour === 'stall') await kill();
  }
  for (const session of scanned) await end(session);
  expect(receiver.taken.length).toBe(2);

  receiver.behave('gone');
  await expect
    .poll(async () => (await ask('GET', `/webhooks/${webhookId}`)).body, waiting)
    .toMatchObject({ state: 'gone', lastFault: 'gone', backlog: 6 });
  await endOne();
  await kill();
  receiver.behave('ok');
  expect((await ask('POST', `/webhooks/${webhookId}/resume`)).body.state).toBe('active');
  await expect.poll(() => receiver.taken.length, waiting).toBe(9);
  await endOne();
  await expect.poll(() => receiver.taken.length, waiting).toBe(10);

  expect(bySession(receiver.taken)).toEqual(happened);
  expect(receiver.heard.every(({ event }) => event !== undefined)).toBe(true);
  const byId = new Map<string, string>();
  for (const { eventId, event } of receiver.heard) {
    const text = JSON.stringify(event);
    expect(byId.get(eventId) ?? text).toBe(text);
    byId.set(eventId, text);
  }
  expect(byId.size).toBe(10);
  expect(receiver.heard.some(({ path }) => path === '/ok')).toBe(false);
  // What was told is written down a moment later.
  await expect
    .poll(async () => (await ask('GET', `/webhooks/${webhookId}`)).body, waiting)
    .toMatchObject({ state: 'active', backlog: 0, missed: 0 });
  const { deliveries } = (await ask('GET', `/webhooks/${webhookId}/deliveries`)).body;
  expect(deliveries.map(({ state }: { state: string }) => state)).toEqual(Array(10).fill('delivered'));

  const log = readFileSync(join(folder, 'bff.log'), 'utf8');
  expect(log).toContain('webhook-undelivered');
  expect(log).not.toContain(added.body.secret.slice(6));
  expect(log).not.toContain(`${receiver.url}/hooks`);
}, 300_000);

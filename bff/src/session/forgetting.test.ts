import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { consent } from '../apply/01-consent.ts';
import { challenge } from '../attempt/03-challenge.ts';
import { relaySample } from '../attempt/06-relay.ts';
import { abortDevice } from '../attempt/abort-device.ts';
import { forget } from '../jobs/forget.ts';
import { settleDeciding } from '../jobs/settle-deciding.ts';
import { sweep } from '../jobs/sweep.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import { hotel, testPorts } from '../ports/ports.fixture.ts';
import { addWebhook } from '../registry/webhooks/add-webhook.ts';
import { openSession } from '../verify/01-open-session.ts';
import { arrive } from '../verify/02-arrive.ts';
import { claim } from '../verify/02-claim.ts';
import { decline } from '../verify/02-decline.ts';
import { land } from '../verify/02-land.ts';
import { endSession } from '../verify/08-end.ts';
import { consent as agreed, checkIn, playChecks, problem, signal } from '../verify/checks.fixture.ts';
import { operator } from '../webhook/hooks.fixture.ts';

let world: Awaited<ReturnType<typeof testPorts>>;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lz-forgetting-'));
  world = await testPorts({ file: join(folder, 'bff.db') });
});
afterEach(async () => {
  await world.ports.db.close();
  rmSync(folder, { recursive: true });
});

/** Texts that would tell who was where: to be found nowhere once the rule's time is over. */
let links: Set<string>;
const crowd = 120;
beforeEach(() => {
  links = new Set();
});

/** A check with each of its calls sent twice, as on a bad line, up to the state `until`. */
async function check(until: 'claimed' | 'challenged' | 'deciding') {
  const { ports, idempotencyKey } = world;
  const play = playChecks(world);
  const phone = await world.phone();
  const [opening, asking] = [idempotencyKey(), idempotencyKey()];
  const session = await openSession(ports, hotel, checkIn, opening);
  expect(await openSession(ports, hotel, checkIn, opening)).toEqual(session);
  await claim(ports, phone, { code: play.codeOf(session) });
  for (const text of [phone.holderId, phone.deviceThumbprint, session.secret]) links.add(text);
  for (const { key } of [opening, asking]) links.add(key);
  if (until === 'claimed') return { phone, id: session.sessionId };
  for (let times = 0; times < 2; times++)
    await challenge(ports, phone, session.sessionId, { consent: agreed }, asking);
  if (until === 'deciding')
    for (const kind of ['face', 'voice'] as const) await play.send(phone, session.sessionId, kind);
  return { phone, id: session.sessionId };
}

async function application() {
  const { ports, idempotencyKey } = world;
  const phone = await world.phone();
  for (const text of [phone.holderId, phone.deviceThumbprint]) links.add(text);
  const [applying, asking] = [idempotencyKey(), idempotencyKey()];
  const { id } = await consent(ports, phone, { consent: agreed }, applying);
  await consent(ports, phone, { consent: agreed }, applying);
  await challenge(ports, phone, id, { idPhoto: false }, asking);
  for (const kind of ['face', 'voice'] as const)
    await relaySample(ports, phone, id, kind, {
      length: 4,
      word: 'a.b.c',
      stream: Readable.from([Buffer.from('seal')]),
    });
}

/** A phone that arrives and claims late, and either agrees to nothing or gives way to another's fresh scan. */
async function lateScan(end: 'left' | 'gave way') {
  const { ports, clock } = world;
  const [late, guest] = [await world.phone(), await world.phone()];
  const session = await openSession(ports, hotel, checkIn, world.idempotencyKey());
  const play = playChecks(world);
  const code = play.codeOf(session);
  const { ticket } = await arrive(ports, { ...late, code, ticket: undefined, source: '203.0.113.5' });
  const { ticket: cookie = '' } = await land(ports, { code, source: '203.0.113.6' });
  await arrive(ports, { ...guest, ticket: cookie, source: '203.0.113.6' });
  for (const { holderId, deviceThumbprint } of [late, guest]) links.add(holderId).add(deviceThumbprint);
  links.add(ticket).add(cookie).add(session.secret);
  clock.now += limits.counterCodeMaxAge + 1;
  await claim(ports, late, { ticket });
  if (end === 'gave way') await claim(ports, guest, { code: play.codeOf(session) });
}

/** Ends sessions in every way there is. */
async function playAll(): Promise<void> {
  const { ports } = world;
  // It takes nothing: what it is to be told waits for days.
  ports.webhooks.send = async () => ({ status: 500 });
  await addWebhook(ports, operator, hotel.rpId, {
    ...{ url: 'https://hotel.example/', name: 'Desk', events: ['session.needs-more-time', 'session.ended'] },
  });
  world.told.verdict = { outcome: 'pass' };
  for (const outcome of ['pass', 'fail'] as const) {
    world.told.verdict = { outcome };
    await check('deciding');
    await settled();
  }
  world.told.verdict = { outcome: 'pass', credential: newId('crd', ports.random) };
  await application();
  await settled();
  world.told.verdict = undefined;
  const declined = await check('challenged');
  await decline(ports, declined.phone, declined.id);
  await endSession(ports, hotel, (await check('claimed')).id, 'abandoned', signal);
  await abortDevice(ports, (await check('deciding')).phone.deviceThumbprint);
  await check('claimed');
  await lateScan('left');
  await lateScan('gave way');
  await check('challenged');
  await application();
  const unreadable = await check('claimed');
  const body = `update sessions set body = '{' || body where id = :id`;
  await ports.db.write([{ sql: body, params: { id: unreadable.id } }]);
}

async function settled(): Promise<void> {
  const stop = settleDeciding(world.ports);
  const deciding = `select id from sessions where state = 'deciding'`;
  await expect.poll(() => world.ports.db.read(deciding, {})).toEqual([]);
  stop();
}

/** Lets the last session end, and the rule's time after it pass; what the rule lets stay for longer still stays then. */
async function passRule(): Promise<void> {
  world.clock.now += limits.applicationLifetime;
  await settled();
  await sweepAll();
  await deliverDue(world.ports);
  world.clock.now += limits.claimMemory;
  await sweepAll();
  await world.ports.db.scrub();
}

async function sweepAll(): Promise<void> {
  await sweep(world.ports);
  await forget(world.ports);
}

/** Whose account it is, what it agreed to, and which phone and credential belong to it, stand in these, and name no session. */
const accounts = ['holders', 'credentials', 'consents'];

/** Which of the database's files has which of the texts. */
function traces(): string[] {
  return ['bff.db', 'bff.db-wal', 'bff.db-shm'].flatMap((name) => {
    const path = join(folder, name);
    const bytes = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
    return [...links].filter((text) => bytes.includes(text)).map((text) => `${name}: ${text}`);
  });
}

async function columnsWith(text: string): Promise<string[]> {
  const { db } = world.ports;
  const found: string[] = [];
  const tables = await db.read(`select name from sqlite_master where type = 'table'`, {});
  for (const table of tables.map(({ name }) => String(name))) {
    for (const row of await db.read(`select * from ${table}`, {}))
      for (const [column, value] of Object.entries(row))
        if (String(value).includes(text)) found.push(`${table}.${column}`);
  }
  return found;
}

describe('once a session is over for ten minutes', () => {
  it('no column of any table links a person or a phone to it, nor has its code or the keys of its calls', async () => {
    await playAll();
    const before = await Promise.all([...links].map(columnsWith));
    for (const table of ['sessions', 'arrivals'])
      expect(before.flat().filter((column) => column.startsWith(table))).not.toEqual([]);
    await passRule();
    for (const text of links) {
      const columns = await columnsWith(text);
      expect(columns.filter((column) => !accounts.some((table) => column.startsWith(`${table}.`)))).toEqual(
        [],
      );
    }
    for (const table of ['sessions', 'webhook_deliveries'])
      expect(await world.ports.db.read(`select 1 as one from ${table}`, {})).not.toEqual([]);
    const calls = await world.ports.db.read('select session_id, made from idempotency', {});
    expect(calls).not.toEqual([]);
    for (const { session_id: sessionId, made } of calls) {
      const [row] = await world.ports.db.read('select counter_id from sessions where id = :sessionId', {
        sessionId: String(sessionId),
      });
      expect(row?.counter_id).toBe(hotel.counterId);
      expect(made).toBe('');
    }
  });

  it('no account names a session, a counter or a challenge', async () => {
    await playAll();
    for (const table of accounts)
      for (const row of await world.ports.db.read(`select * from ${table}`, {}))
        expect(JSON.stringify(row)).not.toMatch(/(?<![\w-])(ses|cnt|chl|rp)_/);
  });

  it('no byte of the database’s files has them, once the accounts are gone too', async () => {
    await playAll();
    // Many of them, so that pages of the database were split and filled anew.
    for (let n = 0; n < crowd; n++)
      await endSession(world.ports, hotel, (await check('challenged')).id, 'abandoned', signal);
    expect(traces()).not.toEqual([]);
    await passRule();
    await world.ports.db.write(accounts.map((table) => ({ sql: `delete from ${table}`, params: {} })));
    await world.ports.db.scrub();
    expect(traces()).toEqual([]);
  });
});

describe('a call that is sent again', () => {
  it('is answered from its session: nothing of the answer is kept', async () => {
    await check('challenged');
    const rows = await world.ports.db.read('select call, asked, made from idempotency', {});
    expect(rows).toHaveLength(2);
    for (const text of links) expect(JSON.stringify(rows)).not.toContain(text);
  });

  it('is told that the session is over, when it comes after the end', async () => {
    const key = world.idempotencyKey();
    const { sessionId } = await openSession(world.ports, hotel, checkIn, key);
    await endSession(world.ports, hotel, sessionId, 'abandoned', signal);
    await expect(openSession(world.ports, hotel, checkIn, key)).rejects.toEqual(problem('session-over'));
  });

  it('makes no other session for a day, and then another', async () => {
    const key = world.idempotencyKey();
    const { sessionId } = await openSession(world.ports, hotel, checkIn, key);
    world.clock.now += limits.idempotencyMemory - 1;
    await forget(world.ports);
    await expect(openSession(world.ports, hotel, checkIn, key)).rejects.toEqual(problem('session-over'));
    world.clock.now += 1;
    await forget(world.ports);
    expect((await openSession(world.ports, hotel, checkIn, key)).sessionId).not.toBe(sessionId);
  });

  it('gets the same challenge, in place of another attempt', async () => {
    const { phone, id } = await check('challenged');
    const key = world.idempotencyKey();
    const next = await challenge(world.ports, phone, id, { consent: agreed }, key);
    expect(await challenge(world.ports, phone, id, { consent: agreed }, key)).toEqual(next);
    expect(world.asked.map(({ attempt }) => attempt)).toEqual([1, 1, 2, 2]);
  });

  it('gets no challenge that another has replaced or that is past', async () => {
    const { phone, id } = await check('claimed');
    const [first, second] = [world.idempotencyKey(), world.idempotencyKey()];
    const ask = (key: typeof first) => challenge(world.ports, phone, id, { consent: agreed }, key);
    await ask(first);
    await ask(second);
    await expect(ask(first)).rejects.toEqual(problem('step-out-of-order'));
    world.clock.now += limits.challengeLifetime;
    await expect(ask(second)).rejects.toEqual(problem('challenge-expired'));
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import { hotel } from '../../ports/ports.fixture.ts';
import { take } from '../../quota/take.ts';
import { codeOf, type TestServer, testPhone, testServer } from '../server.fixture.ts';
import { parseList } from './structured.fixture.ts';

let world: TestServer;
let token: string;
beforeAll(async () => {
  world = await testServer();
  token = await world.counterToken();
});
afterAll(async () => {
  await world.server.close();
  await world.ports.db.close();
});
beforeEach(() => {
  // All buckets are full again.
  world.clock.now += 200_000;
});

const fresh = async () => {
  token = await world.counterToken();
};
const ask = (method: string, path: string, headers: Record<string, string> = {}) =>
  fetch(world.url + path, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(method === 'POST' && {
        'content-type': 'application/json',
        'idempotency-key': `"${crypto.randomUUID()}"`,
      }),
      ...headers,
    },
    ...(method === 'POST' && { body: JSON.stringify({ scene: 'hotel', purpose: 'check-in' }) }),
  });
const toldOf = ({ headers }: Response) => ({
  policy: parseList(headers.get('ratelimit-policy')),
  limit: parseList(headers.get('ratelimit')),
});

describe('what is left of a counter’s quotas', () => {
  beforeEach(fresh);

  it('stands on each answer, by the quota that is used up first', async () => {
    const { callsPerCounter: own, callsPerRp: all } = limits;
    const told = toldOf(await ask('GET', '/counter/v1/sessions'));
    expect(told.policy).toEqual({
      'calls-by-counter': { q: own.atOnce, w: (own.atOnce * own.every) / 1000 },
      'calls-by-rp': { q: all.atOnce, w: (all.atOnce * all.every) / 1000 },
    });
    expect(told.limit).toEqual({ 'calls-by-counter': { r: own.atOnce - 1, t: 1 } });
    expect(toldOf(await ask('GET', '/counter/v1/sessions')).limit).toEqual({
      'calls-by-counter': { r: own.atOnce - 2, t: 1 },
    });
  });

  it('names what a creation takes where it creates', async () => {
    const { sessionsPerCounter: made } = limits;
    const opened = await ask('POST', '/counter/v1/sessions');
    expect(opened.status).toBe(201);
    const told = toldOf(opened);
    expect(told.policy['sessions-by-counter']).toEqual({
      q: made.atOnce,
      w: (made.atOnce * made.every) / 1000,
    });
    expect(told.limit).toEqual({ 'sessions-by-counter': { r: made.atOnce - 1, t: made.every / 1000 } });
  });

  it('is nothing on 429, until the moment that Retry-After names, and is right about it', async () => {
    const live = limits.liveSessionsPerCounter;
    let answer = await ask('POST', '/counter/v1/sessions');
    for (let n = 0; n <= live && answer.status === 201; n++)
      answer = await ask('POST', '/counter/v1/sessions');
    expect(await codeOf(answer.clone())).toBe('too-many-requests');
    const told = toldOf(answer);
    const wait = Number(answer.headers.get('retry-after'));
    expect(told.limit).toEqual({ 'live-sessions-by-counter': { r: 0, t: wait } });
    expect(told.policy['live-sessions-by-counter']).toEqual({ q: live });
    world.clock.now += wait * 1000;
    await fresh();
    expect((await ask('POST', '/counter/v1/sessions')).status).toBe(201);
  });

  it('is counted down to nothing, and says when one more call would pass', async () => {
    const own = { quota: 'calls-by-counter', subject: hotel.counterId } as const;
    for (let n = 0; n < limits.callsPerCounter.atOnce; n++) await take(world.ports, [own]);
    const answer = await ask('GET', '/counter/v1/sessions');
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '1']);
    expect(toldOf(answer).limit).toEqual({ 'calls-by-counter': { r: 0, t: 1 } });
    world.clock.now += 1000;
    const next = await ask('GET', '/counter/v1/sessions');
    expect(next.status).toBe(200);
    expect(toldOf(next).limit).toEqual({
      'calls-by-counter': { r: 1000 / limits.callsPerCounter.every - 1, t: 1 },
    });
  });

  it('stands on an event stream too', async () => {
    const stream = await ask('GET', '/counter/v1/events');
    expect(toldOf(stream).limit).toHaveProperty('calls-by-counter');
    await stream.body?.cancel();
  });

  it('stands on the answer of the token endpoint, once the counter is recognised', async () => {
    const { assertionsPerCounter: made } = limits;
    const good = await world.askToken();
    expect(toldOf(good).policy).toEqual({ 'assertions-by-counter': { q: made.atOnce, w: made.atOnce } });
    const unknown = await world.askToken('a.b.c');
    expect(unknown.headers.get('ratelimit')).toBeNull();
  });
});

it('nobody is told of quotas that others share, or of a phone’s own', async () => {
  const phone = testPhone(world);
  await phone.login('anna');
  for (const answer of [
    await fetch(`${world.url}/about`),
    await fetch(`${world.url}/counter/v1/sessions`),
    await phone.send('GET', '/holder/v1/credential'),
    await phone.login('berta'),
  ]) {
    expect(answer.headers.get('ratelimit')).toBeNull();
    expect(answer.headers.get('ratelimit-policy')).toBeNull();
  }
});

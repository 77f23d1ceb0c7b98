import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSessionCall } from '../../../../shared/contract/verify/01-open-session.ts';
import { openSession } from '../../verify/01-open-session.ts';
import { counterRoute } from '../routes/route.ts';
import { codeOf, type TestServer, testServer } from '../server.fixture.ts';

/** Opens wait here until the test lets them go on. */
let gate = Promise.resolve();
let arrived = () => {};
let world: TestServer;
let authorization: string;
beforeAll(async () => {
  const slowly = counterRoute(openSessionCall, async (ports, { caller, body, idempotencyKey }) => {
    arrived();
    await gate;
    return openSession(ports, caller, body, idempotencyKey);
  });
  world = await testServer({ api: { counter: { openSession: slowly }, holder: {}, operator: {} } });
  authorization = `Bearer ${await world.counterToken()}`;
});
afterAll(async () => {
  await world.server.close();
  await world.ports.db.close();
});

const checkIn = { scene: 'hotel', purpose: 'check-in' };
const open = (key: string | undefined, body: object = checkIn) =>
  fetch(`${world.url}/counter/v1/sessions`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: {
      ...{ authorization, 'content-type': 'application/json' },
      ...(key !== undefined && { 'idempotency-key': key }),
    },
  });
const fresh = () => `"${crypto.randomUUID()}"`;

describe('a creation with an idempotency key', () => {
  it('is answered again as it was, marked as such, also where the key came without quotes', async () => {
    const key = crypto.randomUUID();
    const first = await open(`"${key}"`);
    expect([first.status, first.headers.get('idempotent-replayed')]).toEqual([201, null]);
    const made = await first.json();
    for (const again of [await open(`"${key}"`), await open(key)]) {
      expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
      expect(again.headers.get('location')).toBe(first.headers.get('location'));
      expect(await again.json()).toEqual(made);
    }
  });

  it('is another one for another key, however alike', async () => {
    const [one, other] = [await open('"key of a client 1"'), await open('"Key of a client 1"')];
    expect(Object(await one.json()).sessionId).not.toBe(Object(await other.json()).sessionId);
    expect((await open('"with \\"quotes\\" and \\\\ in it"')).status).toBe(201);
  });

  it('is refused for another body with 422, and points to the documentation', async () => {
    const key = fresh();
    await open(key);
    const other = await open(key, { ...checkIn, purpose: 'visit' });
    expect([other.status, await codeOf(other)]).toEqual([422, 'idempotency-key-reused']);
    expect(other.headers.get('link')).toBe('</docs>; rel="describedby"; type="text/html"');
    expect(other.headers.get('idempotent-replayed')).toBeNull();
  });

  it('is refused without a key with 400, and points to the documentation', async () => {
    const answer = await open(undefined);
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'idempotency-key-missing']);
    expect(answer.headers.get('link')).toContain('rel="describedby"');
  });

  it('is told with 409 that the first is still running, and answered once it is done', async () => {
    const key = fresh();
    const opened = Promise.withResolvers<void>();
    const there = Promise.withResolvers<void>();
    gate = opened.promise;
    arrived = there.resolve;
    const first = open(key);
    await there.promise;
    const meanwhile = await open(key);
    expect([meanwhile.status, await codeOf(meanwhile)]).toEqual([409, 'idempotency-key-busy']);
    expect(meanwhile.headers.get('retry-after')).toBe('1');
    expect((await open(key, { ...checkIn, purpose: 'visit' })).status).toBe(422);
    opened.resolve();
    const made = await (await first).json();
    const again = await open(key);
    expect([again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
    expect(await again.json()).toEqual(made);
  });

  it('may be tried again with the same key where it was refused', async () => {
    const key = fresh();
    const { registry } = world.ports;
    const known = registry.rp;
    registry.rp = async () => undefined;
    expect(await codeOf(await open(key))).toBe('token-invalid');
    registry.rp = known;
    const second = await open(key);
    expect([second.status, second.headers.get('idempotent-replayed')]).toEqual([201, null]);
  });
});

import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Call, exact } from '../../../../shared/contract/schema.ts';
import { newId } from '../../../../shared/ids.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import { forget } from '../../jobs/forget.ts';
import { newSecret } from '../../secrets/secrets.ts';
import { operatorRoute } from '../routes/route.ts';
import { codeOf, type TestServer, testServer } from '../server.fixture.ts';

const addCall = {
  method: 'POST',
  path: '/operator/v1/things',
  summary: 'Makes a thing and tells its secret once.',
  body: exact({ name: Type.String() }),
  status: 201,
  answer: exact({ id: Type.String(), secret: Type.String() }),
  made: '/operator/v1/things/:id',
} as const satisfies Call;

let made: string[] = [];
/** A creation waits here before it makes its thing, and a late one after it. */
let gate = Promise.resolve();
let after = Promise.resolve();
let world: TestServer;
let tokens: string[];
beforeAll(async () => {
  const addThing = operatorRoute(addCall, async ({ audited, random }, { body }) => {
    await gate;
    if (body.name === 'refused') throw new Problem('request-invalid');
    const id = newId('opr', random);
    const written = await audited(
      { event: 'operator-invited', by: 'operator', operatorId: null, invited: id },
      [],
    );
    if (!written.done) throw new Problem('internal-fault');
    made.push(body.name);
    if (body.name === 'late') await after;
    return { id: `thing-${made.length}`, secret: `secret-of-${made.length}` };
  });
  world = await testServer({ api: { counter: {}, holder: {}, operator: { addThing } } });
  tokens = [await signIn(), await signIn()];
});
afterAll(async () => {
  await world.server.close();
  await world.ports.db.close();
});

async function signIn(): Promise<string> {
  const { ports, clock } = world;
  const id = newId('opr', ports.random);
  const { secret, hash } = newSecret(ports.random, 'lzo_');
  const now = clock.now;
  const params = { hash, id, now, end: now + 10 * limits.idempotencyMemory };
  await ports.db.write([
    { sql: `insert into operators (id, name, since) values (:id, :id, :now)`, params: { id, now } },
    {
      sql: `insert into operator_tokens (hash, operator_id, expires_at, verified_at) values (:hash, :id, :end, :now)`,
      params,
    },
  ]);
  return secret;
}

const add = (key: string | undefined, name = 'a thing', operator = 0) =>
  fetch(`${world.url}/operator/v1/things`, {
    method: 'POST',
    body: JSON.stringify({ name }),
    headers: {
      authorization: `Bearer ${tokens[operator]}`,
      'content-type': 'application/json',
      ...(key !== undefined && { 'idempotency-key': key }),
    },
  });
const patience = { timeout: 30_000 };
const fresh = () => `"${crypto.randomUUID()}"`;

describe('what an operator makes under a key', () => {
  it('is made once, and told again as it was, with its secret, under the same place', async () => {
    const key = fresh();
    const [first, again] = [await add(key), await add(key)];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect([first, again].map(({ headers }) => headers.get('idempotent-replayed'))).toEqual([null, 'true']);
    expect(again.headers.get('location')).toBe('/operator/v1/things/thing-1');
    expect(again.headers.get('location')).toBe(first.headers.get('location'));
    expect(await again.json()).toEqual(await first.json());
    expect(made).toEqual(['a thing']);
    expect(again.headers.get('ratelimit')).toContain('calls-by-operator');
  });

  it('stands nowhere in plain: neither key nor body nor answer', async () => {
    const key = crypto.randomUUID();
    await add(`"${key}"`, 'a name of its own');
    const rows = JSON.stringify(await world.ports.db.read('select * from idempotency', {}));
    for (const text of [key, 'a name of its own', 'secret-of', 'thing-', 'opr_'])
      expect(rows).not.toContain(text);
  });

  it('is refused for another body', async () => {
    const key = fresh();
    await add(key);
    const other = await add(key, 'another');
    expect([other.status, await codeOf(other)]).toEqual([422, 'idempotency-key-reused']);
  });

  it('is another operator’s own, under the same key', async () => {
    const key = fresh();
    const [mine, theirs] = [await add(key), await add(key, 'a thing', 1)];
    expect(theirs.headers.get('idempotent-replayed')).toBeNull();
    expect(Object(await mine.json()).id).not.toBe(Object(await theirs.json()).id);
  });

  it('is one of many copies at once; the others are told that it is being made', async () => {
    const key = fresh();
    const open = Promise.withResolvers<void>();
    gate = open.promise;
    made = [];
    const copies = Array.from({ length: 20 }, () => add(key));
    const told = await Promise.race(copies);
    expect([told.status, told.headers.get('retry-after')]).toEqual([409, '1']);
    open.resolve();
    const statuses = (await Promise.all(copies)).map(({ status }) => status);
    expect(made).toHaveLength(1);
    expect(statuses.filter((status) => status === 201).length).toBeGreaterThan(0);
    expect((await add(key)).headers.get('idempotent-replayed')).toBe('true');
  });

  it('may be tried again under the same key where it was refused', async () => {
    const key = fresh();
    for (let n = 0; n < 2; n++) expect((await add(key, 'refused')).status).toBe(400);
    expect((await add(key)).status).toBe(201);
  });

  it('is known for a day, and a key by which a process that died made nothing is free after a minute', async () => {
    const key = fresh();
    await add(key);
    world.clock.now += limits.idempotencyMemory - 1;
    await forget(world.ports);
    expect((await add(key)).headers.get('idempotent-replayed')).toBe('true');
    world.clock.now += 1;
    expect((await add(key)).headers.get('idempotent-replayed')).toBeNull();
    const dead = fresh();
    await add(dead);
    await world.ports.db.write([
      {
        sql: `update idempotency set made = '', expires_at = :end`,
        params: { end: world.clock.now + limits.idempotencyRunning },
      },
    ]);
    expect((await add(dead)).status).toBe(409);
    world.clock.now += limits.idempotencyRunning;
    expect((await add(dead)).status).toBe(201);
  });

  it('whoever is so slow that another took the key makes nothing', async () => {
    const key = fresh();
    const open = Promise.withResolvers<void>();
    gate = open.promise;
    made = [];
    const slow = add(key);
    await vi.waitFor(async () => {
      const rows = await world.ports.db.read('select 1 as one from idempotency where expires_at = :until', {
        until: world.clock.now + limits.idempotencyRunning,
      });
      expect(rows).toHaveLength(1);
    }, patience);
    world.clock.now += limits.idempotencyRunning;
    gate = Promise.resolve();
    const quick = await add(key);
    expect([quick.status, quick.headers.get('idempotent-replayed')]).toEqual([201, null]);
    open.resolve();
    const late = await slow;
    expect([late.status, await codeOf(late)]).toEqual([409, 'idempotency-key-busy']);
    expect(made).toHaveLength(1);
    expect(await (await add(key)).json()).toEqual(await quick.json());
  });

  it('is made once, also where its making lasts longer than a key waits for whom died', async () => {
    const key = fresh();
    const open = Promise.withResolvers<void>();
    after = open.promise;
    made = [];
    const slow = add(key, 'late');
    await vi.waitFor(() => expect(made).toHaveLength(1), patience);
    expect(await codeOf(await add(key, 'late'))).toBe('idempotency-key-busy');
    world.clock.now += limits.idempotencyRunning;
    expect(await codeOf(await add(key, 'late'))).toBe('idempotency-answer-lost');
    open.resolve();
    const answer = await (await slow).json();
    expect(await (await add(key, 'late')).json()).toEqual(answer);
    expect(made).toHaveLength(1);
  });

  it('needs no key: without one each call makes another', async () => {
    made = [];
    await add(undefined);
    await add(undefined);
    expect(made).toHaveLength(2);
    expect(await codeOf(await add('short'))).toBe('idempotency-key-missing');
  });
});

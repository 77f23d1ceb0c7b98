import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { readAnswer } from '../world/answers.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const body = JSON.stringify({ scene: 'hotel', purpose: 'check-in' });

async function open(url: string, key: string) {
  const answer = await fetch(`${url}/counter/v1/sessions`, {
    method: 'POST',
    body,
    headers: {
      authorization: `Bearer ${await world.hotel.token()}`,
      'content-type': 'application/json',
      'idempotency-key': `"${key}"`,
    },
  });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return readAnswer(answer.status, Object.fromEntries(answer.headers), bytes);
}

it('of a hundred copies of one creation at once, at two processes, one session comes', async () => {
  const processes = [world.url, await world.another()];
  for (let round = 0; round < 5; round++) {
    const before = await world.ports.db.read('select id from sessions', {});
    const key = randomUUID();
    const copies = Array.from({ length: 100 }, (_, n) => open(processes[n % 2] ?? world.url, key));
    const answers = await Promise.all(copies);
    const after = await world.ports.db.read('select id from sessions', {});
    expect(after.length).toBe(before.length + 1);
    for (const { status, code } of answers)
      expect([
        [201, undefined],
        [409, 'idempotency-key-busy'],
      ]).toContainEqual([status, code]);
    const made = answers.filter(({ status }) => status === 201);
    expect(new Set(made.map((answer) => Object(answer.body).sessionId)).size).toBe(1);
    expect(made.filter(({ headers }) => headers['idempotent-replayed'] === undefined)).toHaveLength(1);
    for (const { status, headers } of answers) if (status === 409) expect(headers['retry-after']).toBe('1');
    const later = await open(processes[1] ?? world.url, key);
    expect(later).toMatchObject({ status: 201, headers: { 'idempotent-replayed': 'true' } });
    expect(Object(later.body).secret).toBe(Object(made[0]?.body).secret);
  }
});

it('copies cost none of the quota of what is made', async () => {
  const key = randomUUID();
  const first = await open(world.url, key);
  for (let n = 0; n < 20; n++) await open(world.url, key);
  const next = await open(world.url, randomUUID());
  const left = ({ headers }: typeof first) => Number(/r=(\d+)/.exec(headers.ratelimit ?? '')?.[1]);
  expect(left(first) - left(next)).toBe(1);
});

import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { send } from '../world/answers.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a body that unpacks to a thousand times its size is not unpacked', async () => {
  const bomb = gzipSync(JSON.stringify({ scene: 'hotel', purpose: 'x'.repeat(10_000_000) }));
  const answer = await send(`${world.url}/counter/v1/sessions`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await world.hotel.token()}`,
      'content-type': 'application/json',
      'content-encoding': 'gzip',
      'idempotency-key': 'idempotency-key-0001',
    },
    body: bomb,
  });
  expect(answer).toMatchObject({ status: 400, code: 'body-not-json' });
});

import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const key = 'idempotency-key-0001';

it('a key that was used for one thing is refused for another', async () => {
  const first = await world.hotel.askSession({ scene: 'hotel', purpose: 'check-in' }, key);
  expect(first.status).toBe(201);
  const other = await world.hotel.askSession({ scene: 'hotel', purpose: 'visit' }, key);
  expect(other).toMatchObject({ status: 422, code: 'idempotency-key-reused' });
  const same = await world.hotel.askSession({ purpose: 'check-in', scene: 'hotel' }, key);
  expect(same).toMatchObject({ status: 201, body: first.body });
});

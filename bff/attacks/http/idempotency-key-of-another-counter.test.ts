import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('the key of another counter gives nothing away, not even that it was used', async () => {
  const body = { scene: 'hotel', purpose: 'check-in' };
  const key = 'idempotency-key-0001';
  const first = await world.hotel.askSession(body, key);
  const other = await world.otherHotelCounter.askSession(body, key);
  expect(other.status).toBe(201);
  expect(Object(other.body).sessionId).not.toBe(Object(first.body).sessionId);
  expect(Object(other.body).secret).not.toBe(Object(first.body).secret);
  const visit = await world.otherHotelCounter.askSession(
    { ...body, purpose: 'visit' },
    'idempotency-key-0003',
  );
  expect(visit.status).toBe(201);
});

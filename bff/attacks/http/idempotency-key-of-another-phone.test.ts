import { expect, it } from 'vitest';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('the key of another phone opens an application of one’s own', async () => {
  const asked = {
    body: { consent: agreed() },
    headers: { 'idempotency-key': 'idempotency-key-0001' },
  };
  const [one, two] = [await world.phone(), await world.phone()];
  const first = await one.ask('POST', '/holder/v1/applications', asked);
  const other = await two.ask('POST', '/holder/v1/applications', asked);
  expect([first.status, other.status]).toEqual([201, 201]);
  expect(Object(other.body).id).not.toBe(Object(first.body).id);
});

import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const body = { scene: 'hotel', purpose: 'check-in' };

it.each(['', 'short', 'x'.repeat(65), 'with a blank inside', 'zeichen-ü-ausserhalb'])(
  'a creating call with the idempotency key "%s" is refused',
  async (key) => {
    const answer = await world.hotel.askSession(body, key);
    expect(answer).toMatchObject({ status: 400, code: 'idempotency-key-missing' });
  },
);

it('a creating call without an idempotency key is refused', async () => {
  const answer = await world.hotel.ask('POST', '/counter/v1/sessions', { body });
  expect(answer).toMatchObject({ status: 400, code: 'idempotency-key-missing' });
});

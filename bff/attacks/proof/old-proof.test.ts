import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each([
  ['two minutes old', -120_000],
  ['of two minutes ahead', 120_000],
])('a proof that is %s is refused', async (_what, off) => {
  const phone = await world.phone();
  const proof = phone.proof('GET', '/holder/v1/credential', { now: world.clock.at + off });
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 401, code: 'dpop-invalid' });
});

import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a proof with the nonce before the last is refused', async () => {
  const phone = await world.phone();
  world.clock.pass(2 * limits.dpopNonceLifetime);
  const proof = phone.proof('GET', '/holder/v1/credential');
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 401, code: 'dpop-nonce-stale' });
});

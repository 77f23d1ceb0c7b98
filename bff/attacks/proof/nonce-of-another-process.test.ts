import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const [here, elsewhere] = [await startWorld(), await startWorld()];
const path = '/holder/v1/credential';

it('a proof made for one BFF is refused by another, which has other secrets and has not seen its proofs', async () => {
  const phone = await here.phone();
  const { nonce = '' } = (await elsewhere.phone()).holder.link;
  const proof = phone.proof('GET', path, { nonce });
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 401, code: 'dpop-nonce-stale' });
});

it('a proof made before a process began is refused by it, and one made with its own nonce by nobody', async () => {
  const phone = await here.phone();
  const before = phone.proof('GET', path);
  here.clock.pass(1000);
  const at = await here.another();
  const refused = await phone.whoAmI({ proof: before, at });
  expect(refused).toMatchObject({ status: 401, code: 'dpop-nonce-stale' });
  const nonce = String(refused.headers['dpop-nonce']);
  for (const process of [here.url, at]) {
    const proof = phone.proof('GET', path, { nonce });
    expect(await phone.whoAmI({ proof, at: process })).toMatchObject({ status: 200 });
  }
});

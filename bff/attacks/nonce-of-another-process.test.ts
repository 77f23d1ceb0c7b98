import { expect, it } from 'vitest';
import { startWorld } from './world.fixture.ts';

const [here, elsewhere] = [await startWorld(), await startWorld()];

it('a proof made for one process is refused by another, which has not seen the proofs of the first', async () => {
  const phone = await here.phone();
  const { nonce = '' } = (await elsewhere.phone()).holder.link;
  const proof = phone.proof('GET', '/holder/v1/credential', { nonce });
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 401, code: 'dpop-nonce-stale' });
});

import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const elsewhere = await world.another();

it('a recorded request is refused by every other process on the database', async () => {
  const phone = await world.phone();
  const proof = phone.proof('GET', '/holder/v1/credential');
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 200 });
  expect(await phone.whoAmI({ proof, at: elsewhere })).toMatchObject({ status: 401, code: 'dpop-replayed' });
});

it('of fifty copies of one request at once, spread over two processes, one is answered', async () => {
  const phone = await world.phone();
  const proof = phone.proof('GET', '/holder/v1/credential');
  const copies = Array.from({ length: 50 }, (_, n) =>
    phone.whoAmI(n % 2 ? { proof } : { proof, at: elsewhere }),
  );
  expect((await Promise.all(copies)).filter(({ status }) => status === 200)).toHaveLength(1);
});

import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a recorded request is refused when it is sent again', async () => {
  const phone = await world.phone();
  const proof = phone.proof('GET', '/holder/v1/credential');
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 200 });
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 401, code: 'dpop-replayed' });
});

it('of fifty copies of one request at once, one is answered', async () => {
  const phone = await world.phone();
  const proof = phone.proof('GET', '/holder/v1/credential');
  const answers = await Promise.all(Array.from({ length: 50 }, () => phone.whoAmI({ proof })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
});

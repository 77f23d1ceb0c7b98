import { expect, it } from 'vitest';
import { send } from '../world/answers.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a stolen token without a proof is refused, also as a plain bearer token', async () => {
  const phone = await world.phone();
  expect(await phone.whoAmI({ proof: null })).toMatchObject({ status: 401, code: 'dpop-missing' });
  const headers = { authorization: `Bearer ${phone.token()}` };
  const answer = await send(`${world.url}/holder/v1/credential`, { headers });
  expect(answer).toMatchObject({ status: 401, code: 'token-missing' });
});

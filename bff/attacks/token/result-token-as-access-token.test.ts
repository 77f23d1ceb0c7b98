import { expect, it } from 'vitest';
import { checkThrough } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a result token opens no surface', async () => {
  const { sessionId, phone } = await checkThrough(world);
  const { result = '' } = await world.hotel.view(sessionId);
  const atCounter = await world.hotel.ask('GET', '/counter/v1/events', { token: result });
  expect(atCounter).toMatchObject({ status: 401, code: 'token-invalid' });
  const proof = phone.proof('GET', '/holder/v1/credential', { accessToken: result });
  expect(await phone.whoAmI({ token: result, proof })).toMatchObject({ status: 401, code: 'token-invalid' });
});

import { expect, it } from 'vitest';
import { publicUrl } from '../world/bff.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const phone = await world.phone();

it.each([
  ['path', `${publicUrl}/holder/v1/sessions/claim`],
  ['host', 'https://evil.example/holder/v1/credential'],
  ['scheme', 'http://id.example/holder/v1/credential'],
  ['place below', `${publicUrl}/holder/v1/credential/`],
  ['spelling', `${publicUrl}/holder/v1/%63redential`],
])('a proof for another %s is refused', async (_what, url) => {
  const proof = phone.proof('GET', '/holder/v1/credential', { url });
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 401, code: 'dpop-invalid' });
});

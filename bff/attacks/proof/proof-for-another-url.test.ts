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
  ['path whose letters are larger', `${publicUrl}/holder/v1/CREDENTIAL`],
  ['path with an encoded slash', `${publicUrl}/holder/v1%2Fcredential`],
  ['port', 'https://id.example:8443/holder/v1/credential'],
  ['user', 'https://me@id.example/holder/v1/credential'],
  ['host that begins alike', 'https://id.example.evil/holder/v1/credential'],
  ['kind of address', 'urn:id.example/holder/v1/credential'],
  ['address that is none', '/holder/v1/credential'],
])('a proof for another %s is refused', async (_what, url) => {
  const proof = phone.proof('GET', '/holder/v1/credential', { url });
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 401, code: 'dpop-invalid' });
});

it.each([
  'HTTPS://ID.Example/holder/v1/credential',
  'https://id.example:443/holder/v1/credential',
  'https://id.example/holder/v1/%63redential',
  'https://id.example/holder/./v1/../v1/credential',
])('a proof for the same address, written %s, is taken', async (url) => {
  const proof = phone.proof('GET', '/holder/v1/credential', { url });
  expect(await phone.whoAmI({ proof })).toMatchObject({ status: 200 });
});

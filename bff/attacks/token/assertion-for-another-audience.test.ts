import { expect, it } from 'vitest';
import { publicUrl } from '../world/bff.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each([
  ['another server', 'https://evil.example/oauth/token'],
  ['the token endpoint, which any server may name', `${publicUrl}/oauth/token`],
  ['the token endpoint as well', [`${publicUrl}/oauth/token`, publicUrl]],
  ['the server with a slash at its end', `${publicUrl}/`],
  ['another server as well', [`${publicUrl}/oauth/token`, 'https://evil.example']],
  ['a surface', `${publicUrl}/counter`],
  ['nobody', undefined],
])('a client assertion for %s is refused', async (_what, aud) => {
  const answer = await world.hotel.askToken(world.hotel.assertion({ claims: { aud } }));
  expect(answer).toMatchObject({ status: 401, code: 'client-unknown' });
});

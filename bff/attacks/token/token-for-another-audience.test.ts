import { expect, it } from 'vitest';
import { publicUrl } from '../world/bff.fixture.ts';
import { claimsOf, headerOf, macJws } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each([
  ['another audience', {}, { aud: `${publicUrl}/operator` }],
  ['two other audiences', {}, { aud: [`${publicUrl}/operator`, `${publicUrl}/holder`] }],
  ['no audience', {}, { aud: undefined }],
  ['another issuer', {}, { iss: 'https://evil.example' }],
  ['another type', { typ: 'JWT' }, {}],
  ['no end', {}, { exp: undefined }],
  ['a counter that is not registered', {}, { sub: 'cnt_nobody' }],
  ['a counter of another RP', {}, { rp: 'rp_shop' }],
])('a token with %s is refused, though the BFF’s own key made it', async (_what, header, claims) => {
  const genuine = await world.hotel.token();
  const made = { ...headerOf(genuine), ...header };
  const token = macJws(made, { ...claimsOf(genuine), ...claims }, world.accessTokenSecret);
  const answer = await world.hotel.ask('GET', '/counter/v1/events', { token });
  expect(answer).toMatchObject({ status: 401, code: 'token-invalid' });
});

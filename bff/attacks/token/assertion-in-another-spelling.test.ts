import { expect, it } from 'vitest';
import { brokenUtf8, headerOf, signedBytes } from '../world/jws.fixture.ts';
import { respellings } from '../world/respell.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const refused = { status: 401, code: 'client-unknown' };

it.each([0, 1, 2])('a client assertion of which part %i is spelled otherwise is refused', async (part) => {
  const parts = world.hotel.assertion().split('.');
  for (const spelling of respellings(parts[part] ?? ''))
    expect(await world.hotel.askToken(parts.with(part, spelling).join('.'))).toMatchObject(refused);
});

it('a client assertion whose claims are no UTF-8 is refused, though the counter signed them', async () => {
  const header = headerOf(world.hotel.assertion());
  const claims = brokenUtf8(world.hotel.assertionClaims());
  const made = signedBytes(header, claims, world.hotel.key.privateKey);
  expect(await world.hotel.askToken(made)).toMatchObject(refused);
});

it('a client assertion that was used is refused in every spelling and under every signature of it', async () => {
  const claims = world.hotel.assertionClaims();
  expect(await world.hotel.askToken(world.hotel.assertion({ claims }))).toMatchObject({ status: 200 });
  const again = world.hotel.assertion({ claims: { ...claims, note: 'signed anew' } });
  expect(await world.hotel.askToken(again)).toMatchObject(refused);
});

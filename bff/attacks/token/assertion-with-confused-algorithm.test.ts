import { expect, it } from 'vitest';
import { macJws, unsignedJws } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const refused = { status: 401, code: 'client-unknown' };

it('a client assertion that is a mac under the bytes of the public key is refused', async () => {
  const { open } = world.hotel.key;
  const point = Buffer.concat([Buffer.from(open.x, 'base64url'), Buffer.from(open.y, 'base64url')]);
  for (const secret of [point, open.x, JSON.stringify(open)]) {
    const made = macJws({ typ: 'JWT', kid: open.kid }, world.hotel.assertionClaims(), secret);
    expect(await world.hotel.askToken(made)).toMatchObject(refused);
  }
});

it('a client assertion of the algorithm none is refused', async () => {
  const header = { typ: 'JWT', kid: world.hotel.key.open.kid };
  for (const signature of ['', 'AAAA', 'A'.repeat(86)]) {
    const made = unsignedJws(header, world.hotel.assertionClaims(), signature);
    expect(await world.hotel.askToken(made)).toMatchObject(refused);
  }
});

it('a client assertion that brings its own key along is refused', async () => {
  const { privateKey, open } = world.shop.key;
  const header = { jwk: open, jku: 'https://evil.example/jwks.json' };
  expect(await world.hotel.askToken(world.hotel.assertion({ header, key: privateKey }))).toMatchObject(
    refused,
  );
});

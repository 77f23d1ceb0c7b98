import { expect, it } from 'vitest';
import { unsignedJws } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';
import { entriesBy } from './entries.fixture.ts';

const world = await startWorld();
const { hotel } = world;

it('an unsigned assertion of a known counter adds no audit entry, however often it comes', async () => {
  const header = { typ: 'JWT', kid: hotel.key.open.kid, alg: 'none' };
  const added = await entriesBy(world, async () => {
    for (let n = 0; n < 200; n++)
      expect(await hotel.askToken(unsignedJws(header, hotel.assertionClaims(), ''))).toMatchObject({
        code: 'client-unknown',
      });
  });
  expect(added).toBe(0);
});

it('an assertion that is shown again adds none either, nor does a token that is fetched for each request', async () => {
  const assertion = hotel.assertion();
  const added = await entriesBy(world, async () => {
    for (let n = 0; n < 10; n++) await hotel.askToken(assertion);
    for (let n = 0; n < 10; n++) expect((await hotel.askToken(hotel.assertion())).status).toBe(200);
  });
  expect(added).toBe(0);
});

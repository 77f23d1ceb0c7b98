import { expect, it } from 'vitest';
import { challenged } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a face that was sealed for one counter is refused at another, from the same phone too', async () => {
  const phone = await world.citizen();
  const hotel = await challenged(world, phone);
  const shop = await challenged(world, phone, world.shop);
  expect(await phone.put(shop.sessionId, 'face', hotel.face)).toMatchObject({
    status: 422,
    code: 'sample-refused',
  });
  expect(await phone.put(shop.sessionId, 'face', shop.face)).toMatchObject({ status: 202 });
});

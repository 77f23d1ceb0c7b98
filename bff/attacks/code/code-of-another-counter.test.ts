import { expect, it } from 'vitest';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const macOf = (code: string) => code.split('.').at(-1) ?? '';

it('the token of one counter with the mac of another is refused', async () => {
  const phone = await world.citizen();
  const here = world.hotel.code(await world.hotel.open());
  const there = world.shop.code(await world.shop.open('parcel', 'send'));
  const mixed = here.replace(macOf(here), macOf(there));
  await expect(claim(phone.holder, mixed)).rejects.toMatchObject({ code: 'code-forged' });
});

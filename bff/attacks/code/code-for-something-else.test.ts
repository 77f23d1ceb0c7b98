import { expect, it } from 'vitest';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { asId } from '../../../shared/ids.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each([
  ['scene', { scene: 'peer' as const }],
  ['purpose', { purpose: 'visit' as const }],
  ['counter', { counterId: asId('cnt', 'cnt_hotel-2') }],
  ['RP', { rpId: asId('rp', 'rp_shop') }],
])(
  'a code made for another %s than the session was opened for is refused, even with its secret',
  async (_what, changes) => {
    const phone = await world.citizen();
    const session = await world.hotel.open();
    const swapped = world.hotel.code({ ...session, ...changes });
    await expect(claim(phone.holder, swapped)).rejects.toMatchObject({ code: 'code-forged' });
  },
);

import { expect, it } from 'vitest';
import { agree, claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each([
  ['of another RP by now', { rpId: 'rp_shop', rpName: '门店' }],
  ['registered for other scenes by now', { scenes: ['parcel' as const] }],
])(
  'the authority makes no challenge for a counter that is %s, whatever the BFF says',
  async (_what, change) => {
    const check = await claimed(world);
    world.authority.rewrite({ ...world.party('cnt_hotel-1').registrant, ...change });
    await expect(agree(check)).rejects.toMatchObject({ code: 'who-asks-unknown', action: 'ask-staff' });
  },
);

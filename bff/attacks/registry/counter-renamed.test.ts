import { expect, it } from 'vitest';
import { agree, claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a counter is not checked for under a name that the authority has taken from it', async () => {
  const check = await claimed(world);
  world.authority.register({ ...world.party('cnt_hotel-1').registrant, rpName: '另一家酒店' });
  await expect(agree(check)).rejects.toMatchObject({ code: 'authority-untrusted', why: 'other-rp' });
});

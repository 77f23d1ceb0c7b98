import { expect, it } from 'vitest';
import { agree, claimed } from '../world/check.fixture.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ mayBeUnavailable: true });
const moved = (jws: string) =>
  world.authority.keys.sign('lz-challenge+jwt', { ...claimsOf(jws), counterId: 'cnt_hotel-2' });

it('the phone refuses a genuine challenge for another counter than it agreed to', async () => {
  const check = await claimed(world);
  check.phone.lies.challenge = moved;
  await expect(agree(check)).rejects.toMatchObject({ code: 'authority-untrusted', why: 'other-counter' });
});

it('the BFF refuses a genuine challenge for another counter than it asked for', async () => {
  const check = await claimed(world);
  world.authority.lies.challenge = moved;
  await expect(agree(check)).rejects.toMatchObject({ code: 'authority-unavailable' });
  expect((await world.hotel.view(check.sessionId)).state).toBe('claimed');
});

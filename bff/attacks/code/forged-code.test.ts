import { expect, it } from 'vitest';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { random } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a code whose mac was made without the secret is refused', async () => {
  const phone = await world.citizen();
  const session = await world.hotel.open();
  const genuine = world.hotel.code(session);
  const forged = genuine.replace(/[^.]+$/, encodeBase64url(random(16)));
  await expect(claim(phone.holder, forged)).rejects.toMatchObject({ code: 'code-forged' });
  expect(await claim(phone.holder, genuine)).toMatchObject({ state: 'claimed' });
});

it('a code of a session that never was looks forged, whatever its mac', async () => {
  const phone = await world.phone();
  const session = { ...(await world.hotel.open()), token: encodeBase64url(random(16)) };
  await expect(claim(phone.holder, world.hotel.code(session))).rejects.toMatchObject({ code: 'code-forged' });
});

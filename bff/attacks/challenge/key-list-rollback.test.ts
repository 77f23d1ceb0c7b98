import { expect, it } from 'vitest';
import { agree, claimed } from '../world/check.fixture.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ mayBeUnavailable: true });
const older = (keyList: string) =>
  world.authority.keys.signByRoot('lz-keys+jwt', { ...claimsOf(keyList), version: 1 });

it('phone and BFF refuse a key list that is older than one they saw, though the root signed it', async () => {
  await world.authority.script({ name: 'rotated-key' });
  const phone = await world.citizen();
  const check = await claimed(world, phone);
  phone.lies.keyList = older;
  await expect(claimed(world, phone)).rejects.toMatchObject({
    code: 'who-asks-unknown',
    why: 'key-list-older',
  });
  await expect(agree(check)).rejects.toMatchObject({ code: 'authority-untrusted', why: 'key-list-older' });

  const other = await claimed(world);
  world.authority.lies.keyList = older;
  await expect(agree(other)).rejects.toMatchObject({ code: 'authority-unavailable' });
  delete world.authority.lies.keyList;
  expect((await agree(other)).checked.claims.sessionId).toBe(other.sessionId);
});

import { expect, it } from 'vitest';
import { agree, claimed } from '../world/check.fixture.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ mayBeUnavailable: true });

it('what the authority signed for another purpose does not serve as a challenge or key list', async () => {
  const { keys } = world.authority;
  const check = await claimed(world);
  check.phone.lies.challenge = (jws) => keys.sign('lz-verdict+jwt', claimsOf(jws));
  await expect(agree(check)).rejects.toMatchObject({ code: 'authority-untrusted' });
  delete check.phone.lies.challenge;
  check.phone.lies.keyList = (jws) => keys.signByRoot('lz-challenge+jwt', claimsOf(jws));
  await expect(agree(check)).rejects.toMatchObject({ code: 'authority-untrusted' });
  world.authority.lies.challenge = (jws) => keys.sign('lz-verdict+jwt', claimsOf(jws));
  await expect(agree(check)).rejects.toMatchObject({ code: 'authority-unavailable' });
});

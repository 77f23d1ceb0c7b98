import { expect, it } from 'vitest';
import { agree, claimed } from '../world/check.fixture.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const day = 24 * 3600;
const month = 30 * day;

/** The list of a month ago: the root had signed it, and whoever stole a key of it since would like to have it back. */
const old = (keyList: string) => {
  const claims = claimsOf(keyList);
  const iat = Number(claims.iat) - month;
  return world.authority.keys.signByRoot('lz-keys+jwt', { ...claims, iat, exp: iat + day });
};

it.each([
  ['is right', 0],
  ['is years behind, once that phone has seen a newer one', -world.clock.at],
])('a BFF that lies about the time brings no old key list back where the clock %s', async (_what, ahead) => {
  const check = await claimed(world, await world.citizen(undefined, ahead));
  check.phone.lies.keyList = (keyList) => {
    check.phone.holder.link.clockAhead = -ahead - month * 1000;
    return old(keyList);
  };
  await expect(agree(check)).rejects.toMatchObject({
    code: 'clock-wrong',
    cause: { code: 'authority-untrusted', why: 'key-list-expired' },
  });
});

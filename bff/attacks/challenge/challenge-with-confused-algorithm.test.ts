import { expect, it } from 'vitest';
import { agree, claimed } from '../world/check.fixture.ts';
import { claimsOf, headerOf, macJws, unsignedJws } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ mayBeUnavailable: true });
const bytesOf = ({ x, y }: { x: string; y: string }) =>
  Buffer.concat([Buffer.from([4]), Buffer.from(x, 'base64url'), Buffer.from(y, 'base64url')]);
const signKey = () => world.authority.keys.list().sign[0]?.jwk ?? world.authority.root;

const forgeries: [string, 'challenge' | 'keyList', (jws: string) => string][] = [
  ['a challenge under a mac', 'challenge', (jws) => macJws(headerOf(jws), claimsOf(jws), bytesOf(signKey()))],
  ['a challenge without a signature', 'challenge', (jws) => unsignedJws(headerOf(jws), claimsOf(jws))],
  [
    'a key list under a mac',
    'keyList',
    (jws) => macJws(headerOf(jws), claimsOf(jws), bytesOf(world.authority.root)),
  ],
  ['a key list without a signature', 'keyList', (jws) => unsignedJws(headerOf(jws), claimsOf(jws))],
];

it.each(forgeries)('the phone refuses %s', async (_what, name, forge) => {
  const check = await claimed(world);
  check.phone.lies[name] = forge;
  // What has no form of a JWS at all does not even count as an answer.
  await expect(agree(check)).rejects.toMatchObject({ code: /authority-untrusted|answer-unreadable/ });
});

it.each(forgeries)('the BFF refuses %s', async (_what, name, forge) => {
  const check = await claimed(world);
  world.authority.lies[name] = forge;
  await expect(agree(check)).rejects.toMatchObject({ code: 'authority-unavailable' });
});

import { expect, it } from 'vitest';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import { agree, claimed } from '../world/check.fixture.ts';
import { claimsOf, headerOf } from '../world/jws.fixture.ts';
import { makePair } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ mayBeUnavailable: true });

it('the phone refuses a challenge of an authority of the BFF’s own making', async () => {
  const check = await claimed(world);
  const { privateKey, open } = makePair('root');
  const signedBy = (jws: string, changes: object) =>
    signEs256({
      header: { ...headerOf(jws), typ: String(headerOf(jws).typ) },
      payload: { ...claimsOf(jws), ...changes },
      privateKey,
    });
  const { phone } = check;
  phone.lies.challenge = (jws) => signedBy(jws, {});
  await expect(agree(check)).rejects.toMatchObject({
    code: 'authority-untrusted',
    why: 'challenge-signature',
  });
  const kid = world.authority.keys.list().sign[0]?.kid;
  phone.lies.keyList = (jws) => signedBy(jws, { sign: [{ kid, jwk: open }] });
  await expect(agree(check)).rejects.toMatchObject({
    code: 'authority-untrusted',
    why: 'key-list-signature',
  });
});

it('the BFF passes on nothing that another root vouches for', async () => {
  const check = await claimed(world);
  await world.authority.script({ name: 'other-root', sessionId: check.sessionId });
  await expect(agree(check)).rejects.toMatchObject({ code: 'authority-unavailable' });
  expect((await world.hotel.view(check.sessionId)).state).toBe('claimed');
});

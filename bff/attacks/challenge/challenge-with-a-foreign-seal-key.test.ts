import { expect, it } from 'vitest';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import { makeSealKey } from '../../../shared/seal/make-seal-key.ts';
import { agree, claimed } from '../world/check.fixture.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('the BFF cannot make the phone seal to a key of its own', async () => {
  const check = await claimed(world);
  const { key } = makeSealKey({ keyId: 'bff-key', suite: 17, random });
  check.phone.lies.challenge = (jws) =>
    world.authority.keys.sign('lz-challenge+jwt', { ...claimsOf(jws), sealKeyId: key.keyId });
  await expect(agree(check)).rejects.toMatchObject({ code: 'authority-untrusted', why: 'seal-key-unknown' });
  check.phone.lies.keyList = (jws) =>
    signEs256({
      header: { typ: 'lz-keys+jwt', kid: 'root' },
      payload: { ...claimsOf(jws), seal: [{ ...key, publicKey: encodeBase64url(key.publicKey) }] },
      privateKey: random(32),
    });
  await expect(agree(check)).rejects.toMatchObject({ why: 'key-list-signature' });
});

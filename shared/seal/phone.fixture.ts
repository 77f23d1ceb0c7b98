import { pooledRandom } from '../bytes/random.ts';
import { checkCode } from '../counter-code/check-code.ts';
import { makeCode } from '../counter-code/make-code.ts';
import { parseCode } from '../counter-code/parse-code.ts';
import { makeDeviceKey } from '../jws/make-device-key.ts';
import { makeDpopProof } from '../jws/make-dpop-proof.ts';
import { signEs256 } from '../jws/sign-es256.ts';
import { thumbprint } from '../jws/thumbprint.ts';
import { verifyEs256 } from '../jws/verify-es256.ts';
import { parseResidentId } from '../resident-id.ts';
import { packIdentity } from '../sample/pack-identity.ts';
import { unpackIdentity } from '../sample/unpack-identity.ts';
import { makeSealVectors } from '../vectors/make-seal-vectors.ts';

/** All that a phone does with `shared`, in a place where the globals of platforms are absent. */
export const answer = play();

async function play() {
  let drawn = 0;
  const pool = pooledRandom(async (length) => Uint8Array.from({ length }, () => (drawn++ * 167 + 13) & 0xff));
  await pool.refill(200);
  const key = makeDeviceKey(pool.random);
  const jws = signEs256({
    header: { typ: 'test+jwt', kid: 'k' },
    payload: { 名: '证' },
    privateKey: key.privateKey,
  });
  const fields = {
    token: 'token-0123456789',
    elapsed: 7,
    rpId: 'rp',
    counterId: 'c',
    scene: 'hotel',
    purpose: '入住',
  };
  const secret = pool.random(32);
  const parsed = parseCode(makeCode({ baseUrl: 'https://id.example', secret, ...fields }));
  const identity = { name: '张三', idNumber: '990101199001010011', validUntil: 'long-term' };
  return {
    globals: [
      'crypto',
      'TextEncoder',
      'TextDecoder',
      'Buffer',
      'process',
      'atob',
      'btoa',
      'setTimeout',
    ].filter((name) => name in globalThis),
    vectors: await makeSealVectors(),
    payload: verifyEs256({ jws, keyOf: () => key.publicJwk, type: 'test+jwt' }),
    thumbprint: thumbprint(key.publicJwk).length,
    proof: makeDpopProof({
      key,
      method: 'get',
      url: 'https://id.example/a?b',
      now: 0,
      random: pool.random,
    }).split('.').length,
    code:
      parsed &&
      'token' in parsed &&
      checkCode({ parsed, secret, ...fields, openedAt: 0, now: 7000, maxAgeMs: 5000, maxAheadMs: 2000 }),
    identity: unpackIdentity(packIdentity(identity)),
    residentId: parseResidentId('11010519491231002X', { allowTestRegion: false, now: 1_700_000_000_000 }),
  };
}

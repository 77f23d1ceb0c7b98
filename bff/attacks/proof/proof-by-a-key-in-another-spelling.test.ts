import { expect, it } from 'vitest';
import { makeDpopProof } from '../../../shared/jws/make-dpop-proof.ts';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import { send } from '../world/answers.fixture.ts';
import { publicUrl } from '../world/bff.fixture.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { spareBitSpellings } from '../world/respell.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('one device key is one device: of the sixteen spellings of its coordinates only the right one logs in', async () => {
  const { account, holder } = await world.phone();
  const { device } = holder;
  const { x, y } = device.publicJwk;
  const spellings = [x, ...spareBitSpellings(x)].flatMap((otherX) =>
    [y, ...spareBitSpellings(y)].map((otherY) => ({ x: otherX, y: otherY })),
  );
  expect(spellings).toHaveLength(16);
  const path = '/holder/v1/login';
  const answers = [];
  for (const spelling of spellings) {
    const proof = { key: device, method: 'POST', url: publicUrl + path, now: world.clock.at, random };
    const header = { typ: 'dpop+jwt', jwk: { ...device.publicJwk, ...spelling } };
    const payload = claimsOf(makeDpopProof(proof));
    answers.push(
      await send(world.url + path, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          dpop: signEs256({ header, payload, privateKey: device.privateKey }),
        },
        body: JSON.stringify({ platform: 'wechat', code: account }),
      }),
    );
  }
  expect(answers.map(({ status, code }) => code ?? status)).toEqual([200, ...Array(15).fill('dpop-invalid')]);
});

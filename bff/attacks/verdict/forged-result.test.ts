import { expect, it } from 'vitest';
import { resultOpener } from '../../../scripts/stand-ins/counter/open-result.ts';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import { checkThrough } from '../world/check.fixture.ts';
import { claimsOf, headerOf, macJws, tamperedJws, unsignedJws } from '../world/jws.fixture.ts';
import { makePair } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an RP refuses whatever is no result token of its BFF', async () => {
  const { id: counterId, rpId, key } = world.hotel;
  const open = resultOpener({ bffUrl: world.url, rpId, counterId, key: key.secret });
  const phone = await world.citizen();
  await world.authority.script({ name: 'stub-decision', outcome: 'fail' });
  const { sessionId } = await checkThrough(world, phone);
  const { result = '' } = await world.hotel.view(sessionId);
  const [header, pass] = [headerOf(result), { ...claimsOf(result), outcome: 'pass' }];
  expect(await open(result)).toMatchObject({ outcome: 'fail' });
  const { privateKey, open: publicKey } = makePair('result-1');
  for (const forged of [
    tamperedJws(result, { outcome: 'pass' }),
    unsignedJws(header, pass),
    macJws(header, pass, JSON.stringify(world.resultKey.open)),
    signEs256({ header: { ...header, typ: 'lz-result+jwt' }, payload: pass, privateKey }),
    signEs256({ header: { ...header, typ: 'lz-result+jwt', jwk: publicKey }, payload: pass, privateKey }),
    signEs256({ header: { ...header, typ: 'JWT' }, payload: pass, privateKey: world.resultKey.privateKey }),
    await world.hotel.token(),
  ])
    await expect(open(forged)).rejects.toThrow();
});

import { expect, it } from 'vitest';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import { claimsOf, headerOf } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('what the device key signed for something else does not serve as a proof', async () => {
  const phone = await world.phone();
  const { privateKey } = phone.holder.device;
  const good = phone.proof('GET', '/holder/v1/credential');
  for (const changes of [{ typ: 'JWT' }, { typ: 'lz-verdict+jwt' }, { crit: ['exp'] }]) {
    const header = { ...headerOf(good), typ: 'dpop+jwt', ...changes };
    const proof = signEs256({ header, payload: claimsOf(good), privateKey });
    expect(await phone.whoAmI({ proof })).toMatchObject({ status: 401, code: 'dpop-invalid' });
  }
});

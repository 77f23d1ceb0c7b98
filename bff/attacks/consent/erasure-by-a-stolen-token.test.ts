import { expect, it } from 'vitest';
import { loginByDevice } from '../../../miniprogram/src/login/01-login-by-device.ts';
import { readTicket } from '../../../miniprogram/src/protect/ticket.ts';
import { makeDpopProof } from '../../../shared/jws/make-dpop-proof.ts';
import { publicUrl } from '../world/bff.fixture.ts';
import { handlesOf } from '../world/held.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const path = '/holder/v1/erasure';
const body = { erase: 'account-and-everything-held' };

it('a token without its device key erases nothing', async () => {
  const [phone, thief] = [await world.citizen(), await world.phone()];
  const token = phone.token();
  const own = makeDpopProof({
    ...{ key: thief.holder.device, method: 'POST', url: publicUrl + path, accessToken: token },
    ...{ now: world.clock.at, random },
    ...(thief.holder.link.nonce !== undefined && { nonce: thief.holder.link.nonce }),
  });
  expect(await thief.ask('POST', path, { body, token, proof: own })).toMatchObject({ status: 401 });
  expect(await thief.ask('POST', path, { body, token, proof: null })).toMatchObject({ code: 'dpop-missing' });
  expect(await phone.whoAmI()).toMatchObject({ status: 200, body: { state: 'active' } });
});

it('nor does the ticket of a phone that lost its place, or anything but the words for it', async () => {
  const old = await world.citizen('owner');
  const { credential } = await handlesOf(world, old);
  const present = await world.phone('owner');
  const { ticket } = await readTicket(old.holder);
  const proof = old.proof('POST', path, { accessToken: ticket });
  expect(await old.ask('POST', path, { body, token: ticket, proof })).toMatchObject({ status: 401 });
  for (const wrong of [{}, { erase: true }, { erase: 'yes' }, { ...body, holder: 'x' }])
    expect(await present.ask('POST', path, { body: wrong })).toMatchObject({ code: 'request-invalid' });
  await loginByDevice(present.holder);
  expect(world.authority.credential(credential)).toBeDefined();
});

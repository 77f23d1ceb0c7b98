import { expect, it } from 'vitest';
import { isSoterChallenge } from '../../../miniprogram/src/holder/answers.ts';
import type { Phone } from '../world/phone.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true });

async function challengeFor(phone: Phone): Promise<string> {
  const { body } = await phone.ask('POST', '/holder/v1/login/soter', { token: 'none' });
  if (!isSoterChallenge(body)) throw new Error('no challenge');
  return body.challenge;
}

const logIn = async (phone: Phone, soter: { json: string; signature: string }, account = 'anna') =>
  phone.ask('POST', '/holder/v1/login', {
    body: { platform: 'wechat', code: await world.wechat.mint(account), soter },
  });
const refused = { status: 401, code: 'soter-refused' };

it('a signature of a secure key counts once, for its own challenge, device key and person, with a counter that rises', async () => {
  const phone = await world.phone('anna');
  const early = await world.wechat.soter('cpu-1', 'anna', await challengeFor(phone));
  const challenge = await challengeFor(phone);
  const proof = await world.wechat.soter('cpu-1', 'anna', challenge);
  // For an older challenge, which another took the place of.
  expect(await logIn(phone, early)).toMatchObject(refused);
  // Used up by that, whoever had it.
  expect(await logIn(phone, proof)).toMatchObject(refused);

  const fresh = await world.wechat.soter('cpu-1', 'anna', await challengeFor(phone));
  expect(await logIn(phone, fresh)).toMatchObject({ status: 200 });
  expect(await logIn(phone, fresh)).toMatchObject(refused);

  // The counter that was signed stays behind one that counted already.
  const behind = await challengeFor(phone);
  const late = await world.wechat.soter('cpu-1', 'anna', behind);
  await world.ports.db.write([{ sql: 'update soter_keys set counter = 1000', params: {} }]);
  expect(await logIn(phone, late)).toMatchObject(refused);

  // Changed after it was signed, or of another person’s key.
  const changed = await world.wechat.soter('cpu-1', 'anna', await challengeFor(phone));
  const json = changed.json.replace(/"counter":[0-9]+/, '"counter":2000');
  expect(await logIn(phone, { ...changed, json })).toMatchObject(refused);
  const ofBert = await world.wechat.soter('cpu-9', 'bert', await challengeFor(phone));
  expect(await logIn(phone, ofBert)).toMatchObject(refused);
});

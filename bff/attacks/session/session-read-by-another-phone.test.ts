import { expect, it } from 'vitest';
import { login } from '../../../miniprogram/src/login/01-login.ts';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';
import * as limits from '../../../shared/limits.ts';
import { checkThrough, claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const refused = { status: 404, code: 'not-found' };

it('a phone cannot read, or wait for, the session of another', async () => {
  const { sessionId } = await claimed(world);
  const { phone: other } = await claimed(world);
  for (const query of ['', '?after=0&wait=1'])
    expect(await other.ask('GET', `/holder/v1/sessions/${sessionId}${query}`)).toMatchObject(refused);
});

it('a phone cannot get a challenge for the session of another', async () => {
  const { sessionId } = await claimed(world);
  const other = await world.citizen();
  const body = { consent: agreed() };
  const headers = { 'idempotency-key': 'idempotency-key-0001' };
  const path = `/holder/v1/sessions/${sessionId}/challenge`;
  expect(await other.ask('POST', path, { body, headers })).toMatchObject(refused);
});

it('ten minutes after the end not even the phone that took part can read the session', async () => {
  const { phone, sessionId } = await checkThrough(world);
  world.clock.pass(limits.claimMemory - 1000);
  const again = await world.phone('someone-else');
  expect(await again.ask('GET', `/holder/v1/sessions/${sessionId}`)).toMatchObject(refused);
  await login(phone.holder);
  expect(await phone.ask('GET', `/holder/v1/sessions/${sessionId}`)).toMatchObject({ status: 200 });
  world.clock.pass(1000);
  expect(await phone.ask('GET', `/holder/v1/sessions/${sessionId}`)).toMatchObject(refused);
});

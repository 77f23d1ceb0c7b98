import { expect, it } from 'vitest';
import { loginByDevice } from '../../../miniprogram/src/login/01-login-by-device.ts';
import { readTicket } from '../../../miniprogram/src/protect/ticket.ts';
import { challenged, sendSamples } from '../world/check.fixture.ts';
import { erase, handlesOf, untilTold } from '../world/held.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('neither its token, nor its device key, nor its ticket, nor the handle of its credential is of use', async () => {
  const old = await world.citizen('owner');
  const { credential } = await handlesOf(world, old);
  const phone = await world.phone('owner');
  expect(await erase(phone)).toMatchObject({ status: 200 });
  for (const path of ['/holder/v1/credential', '/holder/v1/consents', '/holder/v1/notices'])
    expect(await phone.ask('GET', path)).toMatchObject({ status: 401 });
  await expect(loginByDevice(phone.holder)).rejects.toMatchObject({ code: 'login-refused' });
  await expect(readTicket(old.holder)).rejects.toMatchObject({ code: 'ticket-over' });
  await untilTold(world);
  expect(world.authority.credential(credential)).toBeUndefined();
  // Who signs in again is somebody new.
  const again = await world.phone('owner');
  expect(await again.whoAmI()).toMatchObject({ body: { state: 'none' } });
  expect(await again.ask('GET', '/holder/v1/consents')).toMatchObject({ body: { consents: [] } });
});

it('a check that was being decided passes nobody', async () => {
  const check = await challenged(world);
  const decide = world.authority.holdNextDecision();
  await sendSamples(check);
  await world.untilDeciding();
  expect(await erase(check.phone)).toMatchObject({ status: 200, body: { authority: 'done' } });
  decide();
  const { body } = await world.hotel.ask('GET', `/counter/v1/sessions/${check.session.sessionId}`);
  expect(Object(body).state).toBe('aborted');
});

it('where the authority cannot be reached it is told later, and the account is gone at once', async () => {
  const phone = await world.citizen();
  const { credential } = await handlesOf(world, phone);
  await world.authority.script({ name: 'outage', how: 'refuse', times: 1 });
  expect(await erase(phone)).toMatchObject({ status: 200, body: { authority: 'on-its-way' } });
  expect(await phone.whoAmI()).toMatchObject({ status: 401 });
  world.clock.pass(60_000);
  await untilTold(world);
  expect(world.authority.credential(credential)).toBeUndefined();
});

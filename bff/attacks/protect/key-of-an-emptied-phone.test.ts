import { expect, it } from 'vitest';
import { loginByDevice } from '../../../miniprogram/src/login/01-login-by-device.ts';
import { credentialed } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('what is left on a phone that lost its place, its key and a token of before, opens nothing but the ticket', async () => {
  const old = await credentialed(world, 1);
  const token = old.token();
  await world.phone(old.account);
  await expect(loginByDevice(old.holder)).rejects.toMatchObject({ code: 'login-refused' });
  const calls = [
    ['GET', '/holder/v1/credential'],
    ['GET', '/holder/v1/notices'],
    ['GET', '/holder/v1/reminders'],
    ['POST', '/holder/v1/credential/moves', { move: 'freeze' }],
    ['POST', '/holder/v1/moves', { consent: { face: true, voice: true } }],
    ['POST', '/holder/v1/applications', { consent: { face: true, voice: true } }],
  ] as const;
  for (const [method, path, body] of calls) {
    const headers = { 'idempotency-key': `"${crypto.randomUUID()}"` };
    const asked = await old.ask(method, path, { token, headers, ...(body === undefined ? {} : { body }) });
    expect(asked, path).toMatchObject({ status: 401, code: 'device-voided' });
  }
  expect(await old.ask('POST', '/holder/v1/ticket', { token: 'none' })).toMatchObject({ status: 200 });
});

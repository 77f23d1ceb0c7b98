import { randomUUID } from 'node:crypto';
import { claimed } from '../../../bff/attacks/world/check.fixture.ts';
import { faceAwaited } from '../../../bff/attacks/world/platform-face.fixture.ts';
import type { World } from '../../../bff/attacks/world/world.fixture.ts';
import { type TestServer, testPhone } from '../../../bff/src/http/server.fixture.ts';

type Shown = (id: string, name?: string) => unknown;

const nobody = `ses_${'A'.repeat(22)}`;
const at = (sessionId: string, step = '') => `/holder/v1/sessions/${sessionId}${step}`;

/** Every call of a phone, with a success and a refusal each, but for the code by SMS. The first one's face is taken by WeChat. */
export async function playPhone(world: World, shown: Shown): Promise<void> {
  const phone = await world.citizen();
  const waiting = await world.hotel.open();
  await phone.arrive({ code: world.hotel.code(waiting) });
  await phone.ask('POST', '/holder/v1/arrivals', { body: shown('arrive') });
  await phone.ask('GET', '/holder/v1/waiting-counter');
  await phone.ask('GET', '/holder/v1/waiting-counter', { proof: null });
  await phone.ask('POST', '/holder/v1/sessions/claim', { body: shown('claim') });
  await phone.ask('POST', '/holder/v1/login', { body: shown('login', 'wechat') });
  await phone.ask('POST', '/holder/v1/login/codes', { body: shown('sendLoginCode') });
  await phone.whoAmI();
  await phone.whoAmI({ token: 'no-token' });

  const left = await claimed(world, phone);
  const challenge = (idempotency: object, consent: unknown) =>
    phone.ask('POST', at(left.sessionId, '/challenge'), { body: { consent }, headers: { ...idempotency } });
  for (const step of ['/pause', '/extend', '/extend']) await phone.ask('POST', at(left.sessionId, step));
  await challenge({ 'idempotency-key': randomUUID() }, { face: false, voice: true });
  await challenge({}, { face: true, voice: true });
  await phone.ask('POST', at(left.sessionId, '/decline'));
  for (const step of ['/pause', '/decline', '/platform-face/end']) await phone.ask('POST', at(nobody, step));
  await phone.ask('GET', at(nobody));

  const check = await faceAwaited(world, phone);
  await phone.ask('GET', at(check.sessionId));
  await check.begin('not-a-code');
  await check.act(await check.open(), 'pass');
  await check.end();
  await phone.put(check.sessionId, 'face', new Uint8Array(2000));
  await check.finish();

  const apply = (headers: Record<string, string>, body: unknown) =>
    phone.ask('POST', '/holder/v1/applications', { body, headers });
  await apply({ 'idempotency-key': randomUUID() }, shown('apply'));
  await apply({ 'idempotency-key': randomUUID() }, { consent: { face: false, voice: true } });
}

/** A code by SMS, where the operator offers it. */
export async function playSms(server: TestServer, shown: Shown): Promise<void> {
  const phone = testPhone(server);
  const path = '/holder/v1/login/codes';
  await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', dpop: phone.proof('POST', path) },
    body: JSON.stringify(shown('sendLoginCode')),
  });
}

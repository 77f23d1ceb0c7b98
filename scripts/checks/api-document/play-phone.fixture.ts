import { randomUUID } from 'node:crypto';
import { claimed } from '../../../bff/attacks/world/check.fixture.ts';
import { boundBehind, renewalOf } from '../../../bff/attacks/world/family.fixture.ts';
import { meet } from '../../../bff/attacks/world/meeting.fixture.ts';
import { faceAwaited } from '../../../bff/attacks/world/platform-face.fixture.ts';
import { appointed, registerPoints } from '../../../bff/attacks/world/raise.fixture.ts';
import { signForm } from '../../../bff/attacks/world/receipts.fixture.ts';
import type { World } from '../../../bff/attacks/world/world.fixture.ts';
import { type TestServer, testPhone } from '../../../bff/src/http/server.fixture.ts';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';

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

  await phone.ask('GET', '/holder/v1/key-list');
  await phone.ask('GET', '/holder/v1/key-list', { token: 'no-token' });
  await phone.ask('GET', '/holder/v1/acceptance-points');
  await registerPoints(world);
  await phone.ask('GET', '/holder/v1/acceptance-points?near=%E6%B5%8B%E8%AF%95%E5%B8%82');
  await appointed(world, phone, 'acp_north');
  await phone.ask('POST', '/holder/v1/appointments', { body: shown('appoint') });
  await phone.ask('POST', '/holder/v1/appointments/cancel', { body: shown('cancelAppointment') });
  await phone.ask('POST', '/holder/v1/appointments/cancel', { body: { pointId: 'acp_north' } });

  const left = await claimed(world, phone);
  const challenge = (idempotency: object, consent: unknown) =>
    phone.ask('POST', at(left.sessionId, '/challenge'), { body: { consent }, headers: { ...idempotency } });
  for (const step of ['/pause', '/extend', '/extend']) await phone.ask('POST', at(left.sessionId, step));
  await challenge({ 'idempotency-key': randomUUID() }, agreed({ face: false }));
  await challenge({}, agreed());
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

  const openly = (path: string, body: unknown) =>
    phone.ask('POST', path, { body, proof: null, headers: { authorization: '' } });
  await openly('/holder/v1/receipts/read', shown('readReceipt'));
  await openly('/holder/v1/receipts/read', { locator: 'short' });
  const form = signForm(world);
  for (let times = 0; times < 2; times++)
    await openly('/holder/v1/reports', { report: form, asked: ['card'] });
  await openly('/holder/v1/reports', shown('reportMore'));
  const met = await meet(world);
  const meetings = '/holder/v1/meetings';
  await met.opener.ask('GET', `${meetings}/${met.meetingId}`);
  await phone.ask('GET', `${meetings}/${met.meetingId}`);
  await phone.ask('POST', meetings, { proof: null });
  await phone.ask('POST', `${meetings}/join`, { body: shown('joinMeeting') });

  const guardian = await boundBehind(world);
  const { delegationId } = guardian;
  const own = `/holder/v1/delegations/${delegationId}`;
  await guardian.phone.ask('GET', '/holder/v1/delegations');
  await guardian.phone.ask('GET', '/holder/v1/ward-requests');
  await guardian.phone.ask('POST', `${own}/asks`, { body: shown('setWardAsks') });
  await guardian.phone.ask('POST', `${own}/codes`, { body: { code: '40271856' } });
  await guardian.phone.ask('POST', `${own}/codes`, { body: shown('giveWardCode') });
  await guardian.phone.ask('POST', `${own}/renew`, { body: shown('renewDelegation') });
  const word = renewalOf(world, guardian, delegationId);
  await guardian.phone.ask('POST', `${own}/renew`, { body: { word } });
  await guardian.phone.ask('POST', `${own}/end`);
  for (const what of ['asks', 'codes', 'renew', 'end'])
    await phone.ask('POST', `${own}/${what}`, { body: { word: 'a.b.c' } });

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

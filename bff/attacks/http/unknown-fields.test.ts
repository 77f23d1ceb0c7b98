import { expect, it } from 'vitest';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';
import { claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const refused = { status: 400, code: 'request-invalid' };

it('a counter cannot send more than the contract names: no level, no name of a guest', async () => {
  const body = { scene: 'hotel', purpose: 'check-in' };
  for (const more of [{ level: 'strict' }, { guest: '张三' }, { rpId: 'rp_shop' }, { __v: 1 }])
    expect(await world.hotel.askSession({ ...body, ...more })).toMatchObject(refused);
});

it('a phone cannot send more than the contract names', async () => {
  const { phone, sessionId } = await claimed(world);
  const path = `/holder/v1/sessions/${sessionId}`;
  const headers = { 'idempotency-key': 'idempotency-key-0001' };
  const body = { consent: { ...agreed(), iris: true } };
  expect(await phone.ask('POST', `${path}/challenge`, { body, headers })).toMatchObject(refused);
  expect(await phone.ask('POST', `${path}/decline`, { body: { why: 'x' } })).toMatchObject(refused);
  expect(await phone.ask('GET', `${path}?state=passed`)).toMatchObject(refused);
});

it('a field of another type is not bent into shape', async () => {
  const { phone } = await claimed(world);
  const headers = { 'idempotency-key': 'idempotency-key-0002' };
  for (const face of ['true', 1, null, [true]]) {
    const body = { consent: { ...agreed(), face } };
    expect(await phone.ask('POST', '/holder/v1/applications', { body, headers })).toMatchObject(refused);
  }
});

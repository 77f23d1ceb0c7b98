import { expect, it } from 'vitest';
import { consent } from '../../../miniprogram/src/apply/01-consent.ts';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';
import { claimed } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const refused = { status: 404, code: 'not-found' };
const key = { 'idempotency-key': 'idempotency-key-0001' };

it('a phone cannot read or carry on the application of another', async () => {
  const [owner, other] = [await world.phone(), await world.phone()];
  const { id } = await consent(owner.holder, { face: true, voice: true });
  const path = `/holder/v1/sessions/${id}`;
  expect(await other.ask('GET', path)).toMatchObject(refused);
  const challenge = { body: { idPhoto: false }, headers: key };
  expect(await other.ask('POST', `${path}/challenge`, challenge)).toMatchObject(refused);
  const body = new Uint8Array(20_000);
  expect(await other.ask('PUT', `${path}/samples/identity`, { body })).toMatchObject(refused);
  expect(await owner.ask('GET', path)).toMatchObject({ status: 200 });
});

it('a check is no application, and an application no check: neither takes the challenge of the other', async () => {
  const { phone, sessionId } = await claimed(world);
  const { id } = await consent(phone.holder, { face: true, voice: true });
  const ask = (session: string, body: object) =>
    phone.ask('POST', `/holder/v1/sessions/${session}/challenge`, { body, headers: key });
  const both = agreed();
  const invalid = { status: 400, code: 'request-invalid' };
  expect(await ask(sessionId, { consent: both, idPhoto: true })).toMatchObject(invalid);
  expect(await ask(sessionId, { idPhoto: false })).toMatchObject(invalid);
  expect(await ask(id, { consent: both })).toMatchObject(invalid);
  const old = await phone.ask('GET', `/holder/v1/applications/${id}`);
  expect(old).toMatchObject({ status: 404, code: 'not-found' });
});

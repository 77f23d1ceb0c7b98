import { expect, it } from 'vitest';
import { consent } from '../../../miniprogram/src/apply/01-consent.ts';
import { challenge } from '../../../miniprogram/src/attempt/03-challenge.ts';
import { challenged, sealedFace } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const refused = { status: 422, code: 'sample-refused' };

it('a face sent as a voice, and a voice as a face, are refused', async () => {
  const { phone, sessionId, face, voice } = await challenged(world);
  expect(await phone.put(sessionId, 'voice', face)).toMatchObject(refused);
  expect(await phone.put(sessionId, 'face', voice)).toMatchObject(refused);
  expect(await phone.put(sessionId, 'face', face)).toMatchObject({ status: 202 });
});

it('a face sent as the ID photo that it will be compared with is refused', async () => {
  const phone = await world.phone();
  const given = { face: true, voice: false };
  const application = await consent(phone.holder, given);
  const { checked } = await challenge(phone.holder, { view: application, consent: given, idPhoto: true });
  const body = await sealedFace(phone, checked);
  const path = `/holder/v1/sessions/${application.id}/samples`;
  expect(await phone.ask('PUT', `${path}/id-photo`, { body })).toMatchObject(refused);
  expect(await phone.ask('PUT', `${path}/face`, { body })).toMatchObject({ status: 202 });
});

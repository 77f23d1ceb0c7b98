import { expect, it } from 'vitest';
import { challenge } from '../../../miniprogram/src/attempt/03-challenge.ts';
import { challenged, claimed, sealedFace } from '../world/check.fixture.ts';
import { handlesOf, untilTold, withdraw } from '../world/held.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a voice that was taken back is deleted at the authority, and none is heard or taken afterwards', async () => {
  const phone = await world.citizen();
  const { credential } = await handlesOf(world, phone);
  expect(world.authority.credential(credential)?.voice).toBeDefined();
  await withdraw(phone, 'voice');
  await untilTold(world);
  expect(world.authority.credential(credential)).toMatchObject({
    ...{ state: 'active', hasVoice: false, voiceWithdrawn: true, voice: undefined },
    face: expect.anything(),
  });
  const check = await claimed(world, phone);
  const { checked } = await challenge(phone.holder, {
    view: check.shown,
    consent: { face: true, voice: true },
  });
  expect(checked.claims.samples).toEqual(['face']);
  const sent = await phone.put(check.sessionId, 'voice', await sealedFace(phone, checked, 4));
  expect(sent.code).toBe('sample-not-awaited');
});

it('a check that was to hear it is declined at once, and the counter offers the staffed way', async () => {
  const { phone, session } = await challenged(world);
  await withdraw(phone, 'voice');
  expect(await world.hotel.ask('GET', `/counter/v1/sessions/${session.sessionId}`)).toMatchObject({
    body: { state: 'declined' },
  });
});

it('a check by the face alone goes on', async () => {
  const { phone, shown, session } = await claimed(world);
  await challenge(phone.holder, { view: shown, consent: { face: true, voice: false } });
  await withdraw(phone, 'voice');
  expect(await world.hotel.ask('GET', `/counter/v1/sessions/${session.sessionId}`)).toMatchObject({
    body: { state: 'claimed' },
  });
});

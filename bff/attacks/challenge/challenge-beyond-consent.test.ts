import { expect, it } from 'vitest';
import { challenge } from '../../../miniprogram/src/attempt/03-challenge.ts';
import { claimed } from '../world/check.fixture.ts';
import { claimsOf } from '../world/jws.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ mayBeUnavailable: true });
const greedy = (jws: string) =>
  world.authority.keys.sign('lz-challenge+jwt', { ...claimsOf(jws), samples: ['face', 'voice'] });
const onlyFace = { face: true, voice: false };

it('phone and BFF refuse a challenge that asks for a voice without consent to it', async () => {
  const { phone, shown } = await claimed(world);
  phone.lies.challenge = greedy;
  await expect(challenge(phone.holder, { view: shown, consent: onlyFace })).rejects.toMatchObject({
    why: 'sample-not-agreed',
  });
  world.authority.lies.challenge = greedy;
  await expect(challenge(phone.holder, { view: shown, consent: onlyFace })).rejects.toMatchObject({
    code: 'authority-unavailable',
  });
});

it('without consent to the face there is no challenge at all', async () => {
  const { phone, shown } = await claimed(world);
  const asked = challenge(phone.holder, { view: shown, consent: { face: false, voice: true } });
  await expect(asked).rejects.toMatchObject({ code: 'consent-missing' });
});

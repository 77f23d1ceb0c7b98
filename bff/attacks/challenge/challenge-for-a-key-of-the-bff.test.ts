import { expect, it } from 'vitest';
import { thumbprint } from '../../../shared/jws/thumbprint.ts';
import { makePair } from '../world/parties.fixture.ts';
import { handleOf } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
/** A key of the BFF's own, with which it could sign the samples that it brings. */
const deviceThumbprint = thumbprint(makePair('bff').open);
const consent = { face: true as const, voice: true };
const session = () => `ses_${Buffer.from(world.ports.random(16)).toString('base64url')}`;
const unusable = { code: 'credential-unusable' };

it('a BFF has nobody’s credential shown at a counter, or to another person, by a device key of its own', async () => {
  const phone = await world.citizen();
  const shows = { attempt: 1, level: 'basic' as const, credential: await handleOf(phone), consent };
  const orders = [
    { ceremony: 'verify', rpId: 'rp_hotel', counterId: 'cnt_hotel-1', scene: 'hotel', purpose: 'check-in' },
    { ceremony: 'peer', rpId: '', counterId: '', scene: 'peer', purpose: 'meet' },
  ];
  for (const order of orders) {
    const issue = (device: string) =>
      world.ports.authority.issueChallenge({
        ...order,
        ...shows,
        sessionId: session(),
        deviceThumbprint: device,
      });
    await expect(issue(deviceThumbprint)).rejects.toMatchObject(unusable);
    expect((await issue(phone.holder.device.thumbprint)).claims.samples).toContain('face');
  }
  // Nothing was lost by it: the holder is checked as before.
  expect(await phone.card()).toMatchObject({ state: 'active' });
});

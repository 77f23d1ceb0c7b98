import { expect, it } from 'vitest';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';
import { credentialed, handleOf } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('the authority brings along no credential that waits for nobody, whoever shows its handle', async () => {
  const victim = await credentialed(world, 1);
  const handle = await handleOf(victim);
  const order = {
    ...{ ceremony: 'move', sessionId: `ses_${'a'.repeat(22)}`, attempt: 1, rpId: '', counterId: '' },
    ...{ scene: '', level: 'basic' as const, purpose: '', credential: handle },
    ...{ deviceThumbprint: 'd'.repeat(43), consent: { face: true as const, voice: true } },
  };
  const asked = world.ports.authority.issueChallenge(order);
  await expect(asked).rejects.toMatchObject({ code: 'credential-state-other' });
  const thief = await credentialed(world, 2);
  const begun = await thief.ask('POST', '/holder/v1/moves', {
    body: { consent: agreed() },
    headers: { 'idempotency-key': '"a-move-of-nothing-1"' },
  });
  expect(begun).toMatchObject({ status: 409, code: 'credential-state-other' });
});

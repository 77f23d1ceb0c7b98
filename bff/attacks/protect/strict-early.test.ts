import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { cardOf, credentialed, handleOf, moveAs } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('the level that an officer gave comes to another phone a day later, and no BFF brings it earlier', async () => {
  const owner = await credentialed(world, 1, 'strict');
  const next = await world.phone(owner.account);
  expect((await moveAs(next, 1)).state).toBe('passed');
  const strictFrom = world.clock.at + limits.strictWait;
  expect(await cardOf(next)).toMatchObject({ state: 'active', level: 'basic', strictFrom });
  const handle = await handleOf(next);
  const strict = () =>
    world.ports.authority.issueChallenge({
      ...{ ceremony: 'protect', sessionId: `ses_${'b'.repeat(22)}`, attempt: 1, rpId: '', counterId: '' },
      ...{ scene: '', level: 'strict', purpose: 'unfreeze', credential: handle },
      ...{ deviceThumbprint: next.holder.device.thumbprint, consent: { face: true, voice: true } },
    });
  await next.ask('POST', '/holder/v1/credential/moves', { body: { move: 'freeze' } });
  await expect.poll(() => world.authority.credential(handle)?.state).toBe('frozen');
  world.clock.at = strictFrom - 1;
  await expect(strict()).rejects.toMatchObject({ code: 'level-too-low' });
  expect(await cardOf(next)).toMatchObject({ level: 'basic' });
  world.clock.at = strictFrom;
  await expect(strict()).resolves.toMatchObject({ claims: {} });
  expect(await cardOf(next)).toMatchObject({ level: 'strict' });
});

import { expect, it } from 'vitest';
import { readTicket } from '../../../miniprogram/src/protect/ticket.ts';
import * as limits from '../../../shared/limits.ts';
import { citizen } from '../world/parties.fixture.ts';
import { applyAs } from '../world/phone.fixture.ts';
import { cardOf, handleOf, moveAs } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ byPlatform: true });

it('a phone without a secure key does not silently follow one that had it: it is named, and brings nothing along for a day', async () => {
  const secured = await world.securedPhone('anna', 'cpu-1');
  await applyAs(secured, citizen(1));
  const handle = await handleOf(secured);
  const bare = await world.phone('anna');
  const { notices } = await readTicket(secured.holder);
  expect(notices.map(({ kind }) => kind)).toEqual(['phone-replaced-unsecured']);
  await expect(moveAs(bare, 1)).rejects.toMatchObject({
    ...{ code: 'move-rests', retryAfter: limits.downgradeRest / 1000 },
  });
  await expect.poll(() => world.authority.credential(handle)?.state, { timeout: 10_000 }).toBe('unusable');
  const order = {
    ...{ ceremony: 'move', sessionId: `ses_${'c'.repeat(22)}`, attempt: 1, rpId: '', counterId: '' },
    ...{ scene: '', level: 'basic' as const, purpose: '', credential: handle },
    ...{ deviceThumbprint: 'd'.repeat(43), consent: { face: true as const, voice: true } },
  };
  await expect(world.ports.authority.issueChallenge(order)).rejects.toMatchObject({ code: 'move-rests' });
  world.clock.at += limits.downgradeRest;
  expect((await moveAs(bare, 1)).state).toBe('passed');

  // The control: from one secure key to another there is nothing to wait for.
  const [one, other] = ['cpu-2', 'cpu-3'] as const;
  const first = await world.securedPhone('bert', one);
  await applyAs(first, citizen(2));
  const second = await world.securedPhone('bert', other);
  expect(await cardOf(second)).toMatchObject({ state: 'unusable', movable: { from: world.clock.at } });
});

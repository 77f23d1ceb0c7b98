import { expect, it } from 'vitest';
import { strengthen } from '../../../miniprogram/src/protect/strengthen.ts';
import * as limits from '../../../shared/limits.ts';
import { cardOf, credentialed, handleOf, moveAs } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a phone that was reported lost has no credential, no ticket and nothing to bring along, whatever time passes', async () => {
  const lost = await credentialed(world, 1, 'strict');
  const handle = await handleOf(lost);
  const owner = await world.phone(lost.account);
  expect(await strengthen(owner.holder, 'report-phone')).toMatchObject({
    state: 'void',
    reason: 'phone-lost',
  });
  await expect.poll(() => world.authority.credential(handle)?.state).toBe('void');
  expect(await lost.ask('POST', '/holder/v1/ticket', { token: 'none' })).toMatchObject({
    code: 'ticket-over',
  });
  for (const wait of [0, limits.movableFor / 2, limits.cardReportLasts]) {
    world.clock.at += wait;
    const back = await world.phone(lost.account);
    expect(await cardOf(back)).toMatchObject({ state: 'void', reason: 'phone-lost' });
    await expect(moveAs(back, 1)).rejects.toMatchObject({ code: 'credential-void' });
  }
});

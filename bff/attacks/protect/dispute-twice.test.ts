import { expect, it } from 'vitest';
import { disputeTakeOver, readTicket } from '../../../miniprogram/src/protect/ticket.ts';
import * as limits from '../../../shared/limits.ts';
import { operatorOf } from '../world/operator.fixture.ts';
import { cardOf, credentialed, handleOf, moveAs, protectAs } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a dispute suspends once, stops the level that was to come, names nobody, and lets nothing go but to its holder’s face', async () => {
  const old = await credentialed(world, 1, 'strict');
  const present = await world.phone(old.account);
  await moveAs(present, 1);
  const handle = await handleOf(present);
  const kept = await readTicket(old.holder);
  expect(kept.notices.map(({ kind }) => kind)).toEqual(['phone-replaced', 'moved']);
  const { disputeId } = await disputeTakeOver(old.holder, kept);
  expect(await cardOf(present)).toMatchObject({ state: 'suspended', level: 'basic' });
  await expect.poll(() => world.authority.credential(handle)?.state).toBe('suspended');
  await expect(disputeTakeOver(old.holder, kept)).rejects.toMatchObject({ code: 'disputed-already' });

  const operator = await operatorOf(world);
  const { body } = await operator.ask('GET', `/disputes/${disputeId}`);
  expect(Object.keys(Object(body)).sort()).toEqual(['day', 'disputeId', 'kind', 'state']);
  const resolve = () =>
    operator.ask('POST', `/disputes/${disputeId}/resolve`, { body: { outcome: 'dismissed' } });
  expect(await resolve()).toMatchObject({ status: 200, body: { state: 'dismissed' } });
  expect(await resolve()).toMatchObject({ code: 'resolved-already' });
  expect(await cardOf(present)).toMatchObject({ state: 'frozen' });
  await expect.poll(() => world.authority.credential(handle)?.state).toBe('frozen');
  expect((await protectAs(present, 'unfreeze')).state).toBe('passed');
  world.clock.at += limits.strictWait;
  expect(await cardOf(present)).toMatchObject({ state: 'active', level: 'basic' });
});

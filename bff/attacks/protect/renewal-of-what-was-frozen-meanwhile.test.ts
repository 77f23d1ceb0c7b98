import { expect, it } from 'vitest';
import { strengthen } from '../../../miniprogram/src/protect/strengthen.ts';
import { cardFor, cardOf, credentialed, renewAs } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each(['freeze', 'report-card'] as const)(
  'no renewal lifts a %s: it brings basic, as to anybody',
  async (move) => {
    const phone = await credentialed(world, 1, 'strict', cardFor(world, 20));
    await strengthen(phone.holder, move);
    expect((await renewAs(phone, 1, cardFor(world, 4_000))).state).toBe('passed');
    expect(await cardOf(phone)).toMatchObject({ state: 'active', level: 'basic' });
  },
);

it('nor what was reported while it was decided', async () => {
  const phone = await credentialed(world, 2, 'strict', cardFor(world, 20));
  const decide = world.authority.holdNextDecision();
  const renewing = renewAs(phone, 2, cardFor(world, 4_000));
  await world.untilDeciding();
  await strengthen(phone.holder, 'report-card');
  await expect.poll(() => world.outbox()).toEqual([]);
  decide();
  expect((await renewing).state).toBe('passed');
  expect(await cardOf(phone)).toMatchObject({ level: 'basic' });
});

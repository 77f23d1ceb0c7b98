import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { citizen } from '../world/parties.fixture.ts';
import { applyAs } from '../world/phone.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld({ mayBeUnavailable: true });

it('whoever spoils every verdict of an application gets it aborted, and no credential once verdicts come through', async () => {
  const phone = await world.phone('anna');
  const decide = world.authority.holdNextDecision();
  const applying = applyAs(phone, citizen(500)).catch((fault: unknown) => fault);
  await world.untilDeciding();
  world.authority.lies.verdict = (genuine) => `${genuine.slice(0, -8)}AAAAAAAA`;
  decide();
  await expect.poll(() => world.liveAtAuthority()).toHaveLength(1);
  world.clock.pass(limits.decidingLifetime);
  expect(await applying).toBeInstanceOf(Error);
  expect(await world.outbox()).toEqual(['settle-attempt']);
  delete world.authority.lies.verdict;
  world.clock.pass(limits.outboxPauseMost);
  await expect.poll(() => world.outbox(), { timeout: 5_000 }).toEqual([]);
  expect(await world.liveAtAuthority()).toEqual([]);
  expect(await phone.card()).toMatchObject({ state: 'none' });
});

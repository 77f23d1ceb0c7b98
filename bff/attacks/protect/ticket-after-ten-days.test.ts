import { expect, it } from 'vitest';
import { disputeTakeOver, readTicket } from '../../../miniprogram/src/protect/ticket.ts';
import * as limits from '../../../shared/limits.ts';
import { cardOf, credentialed, moveAs } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a phone that lost its place disputes nothing after ten days', async () => {
  const old = await credentialed(world, 1);
  const present = await world.phone(old.account);
  await moveAs(present, 1);
  const kept = await readTicket(old.holder);
  expect(kept.until).toBe(world.clock.at + limits.ticketLifetime);
  world.clock.at = kept.until;
  await expect(readTicket(old.holder)).rejects.toMatchObject({ code: 'ticket-over' });
  await expect(disputeTakeOver(old.holder, kept)).rejects.toMatchObject({ code: 'token-invalid' });
  expect(await cardOf(present)).toMatchObject({ state: 'active' });
});

import { expect, it } from 'vitest';
import { strengthen } from '../../../miniprogram/src/protect/strengthen.ts';
import { readTicket } from '../../../miniprogram/src/protect/ticket.ts';
import { readNotices } from '../../../miniprogram/src/protect/watch-place.ts';
import * as limits from '../../../shared/limits.ts';
import { cardOf, credentialed, moveAs } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const kinds = (notices: readonly { kind: string }[]) => notices.map(({ kind }) => kind);

it('a phone is told what concerns its own credential while it is its holder’s, and nothing that is another’s', async () => {
  const anna = await credentialed(world, 1);
  const bert = await credentialed(world, 2);
  await strengthen(anna.holder, 'freeze');
  expect(kinds(await readNotices(anna.holder, 0))).toEqual(['frozen']);
  expect(await readNotices(bert.holder, 0)).toEqual([]);
  const next = await world.phone(anna.account);
  expect(kinds(await readNotices(next.holder, 0))).toEqual(['phone-replaced']);
  await expect(readNotices(anna.holder, 0)).rejects.toMatchObject({ code: 'device-voided' });
  await expect(readTicket(bert.holder)).rejects.toMatchObject({ code: 'ticket-over' });
  await moveAs(next, 1);
  expect(kinds((await readTicket(anna.holder)).notices)).toEqual(['phone-replaced', 'moved']);
  // After ten days the phone that lost its place is none of the holder’s.
  world.clock.at += limits.ticketLifetime;
  await cardOf(next);
  await strengthen(next.holder, 'freeze');
  const old = `select kind from notices where device = :device order by seq`;
  const told = await world.ports.db.read(old, { device: anna.holder.device.thumbprint });
  expect(told.filter(({ kind }) => kind === 'frozen')).toHaveLength(1);
});

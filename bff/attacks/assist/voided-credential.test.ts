import { expect, it } from 'vitest';
import { strengthen } from '../../../miniprogram/src/protect/strengthen.ts';
import { attendantAt, guest, pin } from '../world/assist.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('whose phone was taken over has no credential that a card could stand for', async () => {
  const [attendant, who] = [await attendantAt(world), await guest(world)];
  await world.phone(who.phone.account);
  const { sessionId } = await world.hotel.open();
  expect((await attendant.assist(sessionId, who.card, { pin })).state).toBe('failed');
});

it('nor where the authority has not heard of it yet', async () => {
  const [attendant, who] = [await attendantAt(world), await guest(world)];
  await world.ports.db.write([
    { sql: `update credentials set state = 'void', reason = 'phone-lost'`, params: {} },
  ]);
  const { sessionId } = await world.hotel.open();
  expect((await attendant.assist(sessionId, who.card, { pin })).state).toBe('failed');
});

it.each(['freeze', 'report-card'] as const)(
  'nor after its holder’s %s: a card that was reported lost opens no scene',
  async (act) => {
    const [attendant, who] = [await attendantAt(world), await guest(world)];
    await strengthen(who.phone.holder, act);
    const { sessionId } = await world.hotel.open();
    expect((await attendant.assist(sessionId, who.card, { pin })).state).toBe('failed');
  },
);

it('nor is a basic credential enough where the scene wants a strict one', async () => {
  const window = await attendantAt(world, { id: 'cnt_office-1', rpId: 'rp_office' });
  const who = await guest(world);
  const passes = await world.office.open('gov-window', 'handle-affairs');
  expect((await window.assist(passes.sessionId, who.card, { pin })).state).toBe('passed');
  world.authority.lowerAll();
  const fails = await world.office.open('gov-window', 'handle-affairs');
  expect((await window.assist(fails.sessionId, who.card, { pin })).state).toBe('failed');
});

import { expect, it } from 'vitest';
import { attendantAt, guest, pin } from '../world/assist.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a PIN that is taken back while it is compared passes nobody', async () => {
  const [attendant, who] = [await attendantAt(world), await guest(world)];
  world.authority.takeBackTypedPin();
  const { sessionId } = await world.hotel.open();
  await attendant.take(sessionId);
  expect((await attendant.attempt(sessionId, who.card, { pin })).state).toBe('claimed');
});

it('nor does the PIN of a raise that is looked at again', async () => {
  const [attendant, who] = [await attendantAt(world), await guest(world)];
  const pointId = 'acp_north';
  await world.authority.administer('raised/review', { pointId });
  const { sessionId } = await world.hotel.open();
  await attendant.take(sessionId);
  expect((await attendant.attempt(sessionId, who.card, { pin })).state).toBe('claimed');
});

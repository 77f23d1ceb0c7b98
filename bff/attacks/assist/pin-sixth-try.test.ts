import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { attendantAt, guest, pin, setPin } from '../world/assist.fixture.ts';
import { officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

const wrong = { pin: '314159' };

it('after five wrong PINs the right one opens nothing, whichever session they came in, until a desk sets another', async () => {
  const [attendant, who] = [await attendantAt(world), await guest(world)];
  let tries = 0;
  while (tries < limits.pinTries) {
    const { sessionId } = await world.hotel.open();
    await attendant.take(sessionId);
    for (let n = 0; n < 2 && tries < limits.pinTries; n++, tries++)
      expect((await attendant.attempt(sessionId, who.card, wrong)).state).toBe('claimed');
    await attendant.end(sessionId);
  }
  const { sessionId } = await world.hotel.open();
  expect((await attendant.assist(sessionId, who.card, { pin })).state).toBe('failed');

  expect(await setPin(await officerAt(world), who, '161803')).toBe('passed');
  const later = await world.hotel.open();
  expect((await attendant.assist(later.sessionId, who.card, { pin: '161803' })).state).toBe('passed');
});

it('a PIN that fits gives the tries back', async () => {
  const [attendant, who] = [await attendantAt(world), await guest(world)];
  for (let n = 0; n < 3; n++) {
    const { sessionId } = await world.hotel.open();
    await attendant.take(sessionId);
    for (const _ of [1, 2]) await attendant.attempt(sessionId, who.card, wrong);
    expect((await attendant.attempt(sessionId, who.card, { pin })).state).toBe('passed');
  }
});

import { expect, it } from 'vitest';
import { attendantAt, guest, pin, placesOf, setPin } from '../world/assist.fixture.ts';
import { applicant, cardOf, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('the day of birth that is printed on the card is set as nobody’s PIN, whatever the page says', async () => {
  const [attendant, who] = [await attendantAt(world), await applicant(world)];
  const birth = who.identity.idNumber.slice(8, 14);
  expect(await setPin(await officerAt(world), who, birth)).toBe('claimed');
  const { sessionId } = await world.hotel.open();
  expect((await attendant.assist(sessionId, cardOf(who), { pin: birth })).state).toBe('failed');
});

it('no table and no log line of the BFF has a PIN', async () => {
  const [attendant, who] = [await attendantAt(world), await guest(world)];
  const { sessionId } = await world.hotel.open();
  expect((await attendant.assist(sessionId, who.card, { pin })).state).toBe('passed');
  expect(await placesOf(world, pin)).toEqual([]);
  expect(await placesOf(world, sessionId)).not.toEqual([]);
});

import { expect, it } from 'vitest';
import { attendantAt, guest, pin, setPin } from '../world/assist.fixture.ts';
import { applicant, cardOf, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('the card of somebody else with one’s own PIN is nobody’s check', async () => {
  const [attendant, victim, thief] = [await attendantAt(world), await guest(world), await applicant(world)];
  expect(await setPin(await officerAt(world), thief, '161803')).toBe('passed');
  const { sessionId } = await world.hotel.open();
  expect((await attendant.assist(sessionId, victim.card, { pin: '161803' })).state).toBe('failed');
});

it('nor is one whose name or number was typed otherwise, or which its issuer did not sign', async () => {
  const [attendant, who] = [await attendantAt(world), await guest(world)];
  const cards = [
    { ...who.card, name: '某某', chip: null },
    { ...who.card, validUntil: '2060-01-01' },
    cardOf(who, { validUntil: '2020-01-01' }),
  ];
  for (const card of cards) {
    const { sessionId } = await world.hotel.open();
    expect((await attendant.assist(sessionId, card, { pin })).state).toBe('failed');
  }
});

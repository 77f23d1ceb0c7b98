import { expect, it } from 'vitest';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { attendantAt, guest, pin, spoken } from '../world/assist.fixture.ts';
import { applicant, cardOf } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('no attendant stands for themselves', async () => {
  const who = await applicant(world);
  const attendant = await attendantAt(world, undefined, who.identity);
  const { sessionId } = await world.hotel.open();
  await attendant.take(sessionId);
  await attendant.bringAll(sessionId, cardOf(who), { pin });
  await expect(attendant.begin(sessionId, yes)).rejects.toThrow('officer-may-not');
});

it('nor helps anybody once revoked, with a word given before', async () => {
  const [attendant, who] = [await attendantAt(world), await guest(world)];
  const { sessionId } = await world.hotel.open();
  await attendant.take(sessionId);
  await attendant.bringAll(sessionId, who.card, { say: spoken });
  const release = world.authority.holdNextDecision();
  await attendant.decide(sessionId, yes);
  await world.authority.administer(`officers/${attendant.officerId}/revoke`);
  release();
  await expect.poll(async () => (await world.hotel.view(sessionId)).state).toBe('failed');
});

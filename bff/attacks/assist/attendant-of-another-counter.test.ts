import { expect, it } from 'vitest';
import { attendantAt, bodyOfAssist, guest, pin } from '../world/assist.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

const secondDesk = { id: 'cnt_hotel-2', rpId: 'rp_hotel' };

it('an attendant takes no check of another counter, also of the same hotel', async () => {
  const [attendant, stranger] = [await attendantAt(world), await attendantAt(world, secondDesk)];
  const { sessionId } = await world.hotel.open();
  await expect(stranger.take(sessionId)).rejects.toThrow('not-found');
  expect((await stranger.atCounter()).checks).toEqual([]);
  await attendant.take(sessionId);
  await expect(stranger.view(sessionId)).rejects.toThrow('not-found');
  await expect(stranger.challenge(sessionId, false)).rejects.toThrow('not-found');
});

it('nor does the authority take a BFF’s word for where the attendant works', async () => {
  const stranger = await attendantAt(world, secondDesk);
  const asked = bodyOfAssist(stranger.browser.thumbprint);
  expect(await world.authority.post('/v1/challenges', asked)).toMatchObject({ code: 'shift-over' });
});

it('nor the word of one attendant for the check of another', async () => {
  const [attendant, stranger, who] = [
    await attendantAt(world),
    await attendantAt(world, secondDesk),
    await guest(world),
  ];
  const { sessionId } = await world.hotel.open();
  await attendant.take(sessionId);
  const told = await attendant.bringAll(sessionId, who.card, { pin });
  const path = `/v1/challenges/${told.claims.challengeId}/officer-decision/begin`;
  const decision = { outcome: 'pass', cardGenuine: true, faceUnnatural: false };
  const answer = await world.authority.post(path, { shiftId: stranger.shiftId(), decision });
  expect(answer).toMatchObject({ code: 'shift-over' });
});

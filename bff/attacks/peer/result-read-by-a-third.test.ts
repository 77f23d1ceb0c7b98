import { expect, it } from 'vitest';
import { checkedThrough, look, meet } from '../world/meeting.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a third phone sees neither the meeting nor either check, and each of the two only its own', async () => {
  const { opener, joiner, meetingId, openerSession, joinerSession } = await meet(world);
  await Promise.all([checkedThrough(opener, openerSession), checkedThrough(joiner, joinerSession)]);
  expect((await look(opener, meetingId)).state).toBe('confirmed');
  const third = await world.citizen();
  for (const path of [`meetings/${meetingId}`, `sessions/${openerSession}`, `sessions/${joinerSession}`])
    expect(await third.ask('GET', `/holder/v1/${path}`)).toMatchObject({ status: 404, code: 'not-found' });
  for (const [phone, others] of [
    [opener, joinerSession],
    [joiner, openerSession],
  ] as const)
    expect(await phone.ask('GET', `/holder/v1/sessions/${others}`)).toMatchObject({ code: 'not-found' });
  expect((await world.hotel.ask('GET', `/counter/v1/sessions/${openerSession}`)).code).toBe('not-found');
});

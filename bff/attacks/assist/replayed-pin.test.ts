import { expect, it } from 'vitest';
import { sealAtDesk } from '../../../scripts/stand-ins/officer/seal-card.ts';
import { packPin } from '../../../shared/sample/pack-pin.ts';
import { attendantAt, pin } from '../world/assist.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a PIN that was sealed for one session does not open in another', async () => {
  const attendant = await attendantAt(world);
  const [first, second] = [await world.hotel.open(), await world.hotel.open()];
  await attendant.take(first.sessionId);
  await attendant.take(second.sessionId);
  const body = await sealAtDesk(await attendant.challenge(first.sessionId, false), 'pin', packPin(pin));
  await attendant.challenge(second.sessionId, false);
  const path = `/officer/v1/sessions/${second.sessionId}/guest-samples/pin`;
  const answer = await attendant.browser.ask('PUT', path, { body });
  expect(answer).toMatchObject({ status: 422, body: { code: 'sample-refused' } });
});

it('nor in the next attempt of the same one', async () => {
  const attendant = await attendantAt(world);
  const { sessionId } = await world.hotel.open();
  await attendant.take(sessionId);
  const body = await sealAtDesk(await attendant.challenge(sessionId, false), 'pin', packPin(pin));
  await attendant.challenge(sessionId, false);
  const path = `/officer/v1/sessions/${sessionId}/guest-samples/pin`;
  const answer = await attendant.browser.ask('PUT', path, { body });
  expect(answer).toMatchObject({ status: 422, body: { code: 'sample-refused' } });
});

it('and where the guest chose to speak none is taken at all', async () => {
  const attendant = await attendantAt(world);
  const { sessionId } = await world.hotel.open();
  await attendant.take(sessionId);
  const body = await sealAtDesk(await attendant.challenge(sessionId, false), 'pin', packPin(pin));
  await attendant.challenge(sessionId, true);
  const path = `/officer/v1/sessions/${sessionId}/guest-samples/pin`;
  const answer = await attendant.browser.ask('PUT', path, { body });
  expect(answer).toMatchObject({ status: 409, body: { code: 'sample-not-awaited' } });
});

import { expect, it } from 'vitest';
import { attendantAt, bodyOfAssist } from '../world/assist.fixture.ts';
import { claimed } from '../world/check.fixture.ts';
import { handlesOf } from '../world/held.fixture.ts';
import { officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

/** A live credential of somebody new, by its own device. */
async function shownBy() {
  const { credential, device } = await handlesOf(world, await world.citizen());
  return { credential, deviceThumbprint: device };
}

it('who raises credentials helps at no counter', async () => {
  const officer = await officerAt(world);
  for (const [method, path, body] of [
    ['GET', '/officer/v1/counter', undefined],
    ['POST', '/officer/v1/checks', { scene: 'acceptance', purpose: 'raise' }],
  ] as const) {
    const headers = { 'idempotency-key': 'a'.repeat(32) };
    const answer = await officer.browser.ask(method, path, { body, headers });
    expect(answer).toMatchObject({ status: 403, body: { code: 'officer-may-not' } });
  }
});

it('and an attendant raises nobody, looks up no appointment and reviews no case', async () => {
  const attendant = await attendantAt(world);
  await expect(attendant.open()).rejects.toThrow('officer-may-not');
  await expect(attendant.lookUp('123456')).rejects.toThrow('officer-may-not');
  expect(await attendant.reviews()).toEqual([]);
  const raise = { ...bodyOfAssist(attendant.browser.thumbprint), ceremony: 'raise' };
  const shown = { ...raise, ...(await shownBy()), consent: { face: true, voice: false } };
  expect(await world.authority.post('/v1/challenges', shown)).toMatchObject({ code: 'officer-may-not' });
});

it('an attendant sees nothing of a check that a phone has, and takes none from it', async () => {
  const attendant = await attendantAt(world);
  const { sessionId } = await claimed(world);
  await expect(attendant.view(sessionId)).rejects.toThrow('not-found');
  await expect(attendant.take(sessionId)).rejects.toThrow('step-out-of-order');
});

it('nor does a phone take one that an attendant has', async () => {
  const [attendant, phone] = [await attendantAt(world), await world.citizen()];
  const session = await world.hotel.open();
  await attendant.take(session.sessionId);
  const answer = await phone.claim({ code: world.hotel.code(session) });
  expect(answer.code).toBe('session-taken');
});

it('a challenge without a face is for checks without a face alone', async () => {
  const attendant = await attendantAt(world);
  const asked = { ...bodyOfAssist(attendant.browser.thumbprint), ceremony: 'verify' };
  const { parties: _, ...verify } = asked;
  const shown = { ...verify, ...(await shownBy()) };
  expect(await world.authority.post('/v1/challenges', shown)).toMatchObject({ code: 'request-invalid' });
  // The control: nothing else was amiss.
  const agreed = { ...shown, consent: { face: true, voice: false } };
  expect(await world.authority.post('/v1/challenges', agreed)).toMatchObject({ status: 201 });
});

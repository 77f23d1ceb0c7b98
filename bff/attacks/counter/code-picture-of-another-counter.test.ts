import jsqr from 'jsqr';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const pathOf = (sessionId: string, query = '') => `/counter/v1/sessions/${sessionId}/code.png${query}`;

/** What a reader finds in the picture that a counter is given. */
async function readPicture(
  counter: typeof world.hotel,
  sessionId: string,
  size = 320,
): Promise<string | undefined> {
  const answer = await fetch(world.url + pathOf(sessionId, `?size=${size}`), {
    headers: { authorization: `Bearer ${await counter.token()}` },
  });
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    200,
    'image/png',
    'no-store',
  ]);
  const { data } = await sharp(await answer.arrayBuffer())
    .ensureAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return jsqr.default(new Uint8ClampedArray(data), size, size)?.data;
}

it('shows the code of this second, which a phone may claim by, and another a second later', async () => {
  const session = await world.hotel.open();
  const first = await readPicture(world.hotel, session.sessionId);
  expect(first).toBe(world.hotel.code(session));
  world.clock.pass(1000);
  const next = await readPicture(world.hotel, session.sessionId, 200);
  expect(next).toBe(world.hotel.code(session));
  expect(next).not.toBe(first);
  const guest = await world.citizen();
  expect(await guest.claim({ code: next ?? '' })).toMatchObject({ status: 200 });
  expect(await world.hotel.ask('GET', pathOf(session.sessionId))).toMatchObject({
    ...{ status: 409, code: 'step-out-of-order' },
  });
});

it('is given to no other counter, of the same relying party or of another, and to nobody without a token', async () => {
  const { sessionId } = await world.hotel.open();
  for (const other of [world.otherHotelCounter, world.office])
    expect(await other.ask('GET', pathOf(sessionId))).toMatchObject({ status: 404, code: 'not-found' });
  expect(await world.hotel.ask('GET', pathOf(sessionId), { token: 'none' })).toMatchObject({ status: 401 });
});

it('is there no more once the session has ended', async () => {
  const { sessionId } = await world.hotel.open();
  await world.hotel.ask('POST', `/counter/v1/sessions/${sessionId}/end`, { body: { reason: 'abandoned' } });
  expect(await world.hotel.ask('GET', pathOf(sessionId))).toMatchObject({
    status: 410,
    code: 'session-over',
  });
});

it('is drawn in sizes that cost little, and so often as displays need', async () => {
  const { sessionId } = await world.otherHotelCounter.open();
  const ask = (query: string) => world.otherHotelCounter.ask('GET', pathOf(sessionId, query));
  for (const query of ['?size=1', '?size=1025', '?size=99999', '?size=x', '?size=320&size=320', '?other=1'])
    expect(await ask(query), query).toMatchObject({ status: 400, code: 'request-invalid' });
  const answers = [];
  for (let n = 0; n < 12; n++) answers.push((await ask('?size=160')).status);
  expect(answers).toEqual([...Array.from({ length: 10 }, () => 200), 429, 429]);
});

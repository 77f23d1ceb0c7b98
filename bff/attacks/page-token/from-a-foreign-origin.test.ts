import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';
import { checkIn, openPage } from './page.fixture.ts';

const world = await startWorld();

it('a page token opens a check from its own page', async () => {
  const page = await openPage(world, world.hotel);
  expect(await page.send('POST', '/counter/v1/sessions', checkIn)).toMatchObject({ status: 201 });
});

it.each([
  'https://evil.example',
  'null',
  'https://window.office.example',
  'http://desk.hotel.example',
  'https://desk.hotel.example:8443',
  'http://127.0.0.1:8080',
])('from a page of %s it opens nothing, reads nothing, hears nothing', async (from) => {
  const page = await openPage(world, world.hotel);
  const before = await world.ports.db.read('select id from sessions', {});
  const answers = [
    await page.send('POST', '/counter/v1/sessions', checkIn, from),
    await page.send('GET', '/counter/v1/sessions', undefined, from),
    await page.send('GET', '/counter/v1/events', undefined, from),
  ];
  for (const answer of answers) expect(answer).toMatchObject({ status: 403, code: 'origin-not-allowed' });
  expect(await world.ports.db.read('select id from sessions', {})).toEqual(before);
});

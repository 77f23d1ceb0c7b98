import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';
import { askPageToken } from './page.fixture.ts';

const world = await startWorld();

it.each([
  ['nobody’s', 'https://evil.example'],
  ['another party’s', 'https://window.office.example'],
  ['one that begins alike', 'https://desk.hotel.example.evil.example'],
])('a counter gets no token for a page of %s', async (_whose, origin) => {
  const answer = await askPageToken(world.hotel, origin);
  expect(answer).toMatchObject({ status: 403, code: 'origin-not-allowed' });
});

it.each([
  '*',
  'null',
  '',
  'https://desk.hotel.example/',
  'HTTPS://DESK.HOTEL.EXAMPLE',
  'http://desk.hotel.example',
])('nor for "%s", which no browser would name', async (origin) => {
  expect(await askPageToken(world.hotel, origin)).toMatchObject({ status: 400, code: 'request-invalid' });
});

it('a counter that is registered with no origin gets none', async () => {
  expect(await askPageToken(world.netBar)).toMatchObject({ status: 403, code: 'origin-not-allowed' });
});

import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';
import { checkIn, openPage } from './page.fixture.ts';

const world = await startWorld();

it('a program that names no origin can do nothing with a page token that it stole', async () => {
  const page = await openPage(world, world.hotel);
  const opened = await page.send('POST', '/counter/v1/sessions', checkIn, '');
  const read = await page.send('GET', '/counter/v1/sessions', undefined, '');
  const heard = await page.send('GET', '/counter/v1/events', undefined, '');
  for (const answer of [opened, read, heard])
    expect(answer).toMatchObject({ status: 403, code: 'origin-not-allowed' });
});

import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';
import { openPage } from './page.fixture.ts';

const world = await startWorld();

it('a page token reads, ends, lengthens and answers no session of another counter, of the same hotel neither', async () => {
  const page = await openPage(world, world.hotel);
  const { sessionId } = await world.otherHotelCounter.open();
  const at = `/counter/v1/sessions/${sessionId}`;
  const answers = [
    await page.send('GET', at),
    await page.send('POST', `${at}/end`, { reason: 'abandoned' }),
    await page.send('POST', `${at}/extend`),
    await page.send('POST', `${at}/word`, { word: '123' }),
  ];
  for (const answer of answers) expect(answer).toMatchObject({ status: 404, code: 'not-found' });
  expect(JSON.stringify((await page.send('GET', '/counter/v1/sessions')).body)).not.toContain(sessionId);
  expect(await world.otherHotelCounter.view(sessionId)).toMatchObject({ state: 'open' });
});

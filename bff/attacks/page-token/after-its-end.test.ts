import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';
import { checkIn, openPage } from './page.fixture.ts';

const world = await startWorld();

it('a page token is worth nothing after ten minutes', async () => {
  const page = await openPage(world, world.hotel);
  expect(page.expiresAt - world.clock.at).toBeLessThanOrEqual(limits.pageTokenLifetime);
  world.clock.pass(limits.pageTokenLifetime - 2_000);
  expect(await page.send('GET', '/counter/v1/sessions')).toMatchObject({ status: 200 });
  world.clock.pass(2_000);
  const late = [
    await page.send('POST', '/counter/v1/sessions', checkIn),
    await page.send('GET', '/counter/v1/events'),
  ];
  for (const answer of late) expect(answer).toMatchObject({ status: 401, code: 'token-invalid' });
});

it('a session that it opened goes on under the next one', async () => {
  const first = await openPage(world, world.hotel);
  const opened = Object((await first.send('POST', '/counter/v1/sessions', checkIn)).body);
  const next = await openPage(world, world.hotel);
  expect(await next.send('GET', `/counter/v1/sessions/${opened.sessionId}`)).toMatchObject({ status: 200 });
});

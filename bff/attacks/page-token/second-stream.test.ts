import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';
import { openPage } from './page.fixture.ts';

const world = await startWorld();

it('who stole a page token cannot listen beside its page', async () => {
  const page = await openPage(world, world.hotel);
  const leave = new AbortController();
  expect((await page.listen(leave.signal)).status).toBe(200);
  expect(await page.send('GET', '/counter/v1/events')).toMatchObject({
    status: 429,
    code: 'too-many-requests',
  });

  const other = await openPage(world, world.hotel);
  const stream = await other.listen(leave.signal);
  expect(stream.status).toBe(200);
  leave.abort();
  await expect
    .poll(async () => {
      const again = await page.listen(AbortSignal.timeout(5_000));
      await again.body?.cancel();
      return again.status;
    })
    .toBe(200);
});

import { expect, it } from 'vitest';
import { checkThrough } from '../world/check.fixture.ts';
import { openWebhooks } from '../world/webhooks.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const hooks = await openWebhooks(world);

it('a webhook hears of its own RP’s sessions, and nothing of another’s or of the person', async () => {
  hooks.record();
  await hooks.add('https://shop.example/', 'rp_shop');
  await hooks.add('https://hotel.example/');
  const check = await checkThrough(world);
  await hooks.endOne(world.hotel);
  await expect.poll(() => hooks.sent.length, { timeout: 30_000 }).toBe(2);
  expect(new Set(hooks.sent.map(({ url }) => url))).toEqual(new Set(['https://hotel.example/']));
  const passed = hooks.sent.find(({ body }) => body.includes(check.sessionId));
  const { data } = JSON.parse(passed?.body ?? '{}');
  expect(Object.keys(data).sort()).toEqual(
    [
      'counterId',
      'decidedAt',
      'level',
      'openedAt',
      'result',
      'scene',
      'sessionId',
      'state',
      'version',
    ].sort(),
  );
  expect(data.state).toBe(check.view.state);
});

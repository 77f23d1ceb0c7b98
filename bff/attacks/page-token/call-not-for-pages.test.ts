import { expect, it } from 'vitest';
import { counterApi } from '../../src/http/surfaces/api.ts';
import { startWorld } from '../world/world.fixture.ts';
import { desk, openPage } from './page.fixture.ts';

const world = await startWorld();
const calls = Object.values(counterApi).map(({ call }) => call);
const notForPages = calls.filter(({ fromPages }) => fromPages !== true);

it('a page token opens no call that does not say that it is for pages, whatever that answers with', async () => {
  expect(notForPages.map(({ path }) => path)).toContain('/counter/v1/sessions/:sessionId/code.png');
  const page = await openPage(world, world.hotel);
  const { sessionId } = await world.hotel.open();
  for (const { method, path } of notForPages) {
    const at = path.replace(':sessionId', sessionId);
    const body = method === 'GET' ? undefined : {};
    expect(await page.send(method, at, body), at).toMatchObject({
      ...{ status: 403, code: 'page-token-too-narrow' },
    });
    if (method !== 'GET') continue;
    const headers = { authorization: `Bearer ${page.pageToken}`, origin: desk };
    expect((await fetch(world.url + at, { method: 'HEAD', headers })).status, at).toBe(403);
  }
});

import { expect, it } from 'vitest';
import { clientAssertionType } from '../../../shared/contract/access/client-authentication.ts';
import { startWorld } from '../world/world.fixture.ts';
import { desk, openPage } from './page.fixture.ts';

const world = await startWorld();

it('a page token makes no other page token, so that nobody who stole one can keep it alive', async () => {
  const page = await openPage(world, world.hotel);
  for (const from of [desk, '', 'https://evil.example']) {
    const answer = await page.send('POST', '/counter/v1/page-tokens', { origin: desk }, from);
    expect(answer.status).toBe(403);
    expect(JSON.stringify(answer.body)).not.toContain('pageToken');
  }
  expect(await page.send('POST', '/counter/v1/page-tokens', { origin: desk })).toMatchObject({
    code: 'page-token-too-narrow',
  });
});

it('it is no proof of the counter at the OAuth endpoints', async () => {
  const page = await openPage(world, world.hotel);
  for (const path of ['/oauth/token', '/oauth/device_authorization']) {
    const answer = await fetch(world.url + path, {
      method: 'POST',
      headers: { origin: desk, authorization: `Bearer ${page.pageToken}` },
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: clientAssertionType,
        client_assertion: page.pageToken,
      }),
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(await answer.text()).not.toMatch(/access_token|device_code/);
  }
});

it('it opens neither the phone’s API nor the operator’s', async () => {
  const page = await openPage(world, world.hotel);
  for (const path of ['/holder/v1/credential', '/operator/v1/counters'])
    expect((await page.send('GET', path)).status).toBe(401);
});

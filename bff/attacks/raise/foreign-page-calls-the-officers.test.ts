import { expect, it } from 'vitest';
import { send } from '../world/answers.fixture.ts';
import { officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const officer = await officerAt(world);
const origin = 'https://evil.example';

it.each(['/officer/v1/shift', '/officer/v1/shifts/begin', '/officer/v1/reviews'])(
  'a page of another origin is told of %s neither that it may ask nor what was answered',
  async (path) => {
    const asked = {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'dpop',
    };
    const may = await send(world.url + path, { method: 'OPTIONS', headers: asked });
    expect(may.headers).not.toHaveProperty('access-control-allow-origin');
    const token = officer.browser.token() ?? '';
    const answer = await officer.browser.ask(path.endsWith('begin') ? 'POST' : 'GET', path, {
      headers: { origin },
      token,
    });
    expect(answer.headers).not.toHaveProperty('access-control-allow-origin');
  },
);

it('a token that another page has got hold of does nothing without the key, which no page can read', async () => {
  const headers = { authorization: `DPoP ${officer.browser.token()}`, origin };
  const bare = await send(`${world.url}/officer/v1/shift`, { headers });
  expect(bare).toMatchObject({ status: 401, code: 'dpop-missing' });
  const thief = await officerAt(world);
  const answer = await thief.browser.ask('GET', '/officer/v1/shift', { token: officer.browser.token() });
  expect(answer).toMatchObject({ status: 401, body: { code: 'dpop-invalid' } });
});

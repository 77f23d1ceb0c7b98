import { expect, it } from 'vitest';
import { send } from '../world/answers.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const ask = (form: Record<string, string>) =>
  send(`${world.url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form) });

it.each([
  ['password', 'grant-unsupported', 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'],
  [
    'urn:ietf:params:oauth:grant-type:jwt-bearer',
    'grant-unsupported',
    'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  ],
  ['client_credentials', 'request-invalid', 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer'],
])('a token is not given for %s: %s with %s', async (grant, code, type) => {
  const assertion = world.hotel.assertion();
  const answer = await ask({ grant_type: grant, client_assertion_type: type, client_assertion: assertion });
  expect(answer).toMatchObject({ status: 400, code });
});

it('a token is not given for a client secret', async () => {
  const form = { grant_type: 'client_credentials', client_id: 'cnt_hotel-1', client_secret: 'secret' };
  expect(await ask(form)).toMatchObject({ status: 400, code: 'request-invalid' });
});

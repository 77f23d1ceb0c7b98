import { expect, it } from 'vitest';
import { inviteOperatorCall, listOperatorsCall } from '../../../shared/contract/operator/operators.ts';
import { signOutCall } from '../../../shared/contract/operator/sign-in.ts';
import { startWorld } from '../world/world.fixture.ts';
import { firstOperator, openBrowser, signIn } from './console.fixture.ts';

const world = await startWorld();
const { browser, passkey } = await firstOperator(world);

it.each([
  ['another site', { origin: 'https://evil.example' }],
  ['a sandboxed frame', { origin: 'null' }],
  ['a host beside', { origin: 'https://www.id.example' }],
  ['a browser that says that another site asks', { 'sec-fetch-site': 'same-site' }],
])('a page of %s invites nobody and signs nobody out by an operator’s cookie', async (_whose, headers) => {
  for (const call of [inviteOperatorCall, signOutCall]) {
    const answer = await browser.ask(call, call === signOutCall ? undefined : { name: 'Thief' }, headers);
    expect(answer).toMatchObject({ status: 403, code: 'origin-refused' });
  }
  expect((await browser.session()).status).toBe(200);
});

it('a form of another site, which says no origin at all, comes to nothing either', async () => {
  const cookie = { cookie: browser.cookie };
  const answer = await fetch(world.url + inviteOperatorCall.path, { method: 'POST', headers: cookie });
  expect(answer.status).toBe(403);
});

it('nothing is changed by a GET, and no other site reads what one answers', async () => {
  const answer = await browser.ask(listOperatorsCall, undefined, { 'sec-fetch-site': 'cross-site' });
  expect(answer.code).toBe('origin-refused');
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
  expect((await browser.ask(listOperatorsCall)).status).toBe(200);
});

it('the cookie goes to this host alone, by TLS, to no script and from no other site', async () => {
  const { answer } = await signIn(openBrowser(world), passkey);
  expect(answer.headers['set-cookie']).toMatch(
    /^__Host-lz-operator=lzo_[\w-]{43}; Path=\/; Max-Age=28800; HttpOnly; SameSite=Strict; Secure$/,
  );
});

import { expect, it } from 'vitest';
import { revokeOperatorCall } from '../../../shared/contract/operator/operators.ts';
import { readSessionCall } from '../../../shared/contract/operator/sign-in.ts';
import { startWorld } from '../world/world.fixture.ts';
import { anotherOperator, firstOperator, openBrowser, signIn } from './console.fixture.ts';

const world = await startWorld();

it('of somebody who is revoked neither cookie, token nor passkey opens anything, from that moment on', async () => {
  const first = await firstOperator(world);
  const { browser, passkey, operatorId } = await anotherOperator(world, first.browser);
  const token = browser.cookie.slice(browser.cookie.indexOf('=') + 1);
  const bearer = { authorization: `Bearer ${token}` };
  expect((await openBrowser(world).ask(readSessionCall, undefined, bearer)).status).toBe(200);
  const path = revokeOperatorCall.path.replace(':operatorId', operatorId);
  expect((await first.browser.ask(revokeOperatorCall, undefined, {}, path)).status).toBe(200);
  expect((await browser.session()).code).toBe('token-invalid');
  expect((await openBrowser(world).ask(readSessionCall, undefined, bearer)).code).toBe('token-invalid');
  expect((await signIn(openBrowser(world), passkey)).answer.code).toBe('passkey-refused');
});

import { expect, it } from 'vitest';
import { inviteOperatorCall } from '../../../shared/contract/operator/operators.ts';
import { beginVerificationCall, verifyOperatorCall } from '../../../shared/contract/operator/sign-in.ts';
import * as limits from '../../../shared/limits.ts';
import { optionOf } from '../../src/operator/passkey.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';
import { firstOperator, here } from './console.fixture.ts';

const world = await startWorld();

it('who sits down at an open console invites nobody: five minutes after the passkey it is asked for again', async () => {
  const { browser, passkey } = await firstOperator(world);
  world.clock.pass(limits.verificationFresh);
  const invite = () => browser.ask(inviteOperatorCall, { name: 'Thief' });
  expect(await invite()).toMatchObject({ status: 403, code: 'verification-needed' });
  const { ceremony, options } = await browser.get(beginVerificationCall);
  const challenge = optionOf(options, 'challenge');
  const unverified = passkey.sign({ ...here, challenge, verified: false });
  const refused = await browser.ask(verifyOperatorCall, { ceremony, assertion: unverified });
  expect(refused.code).toBe('passkey-refused');
  expect((await invite()).code).toBe('verification-needed');
  const again = await browser.get(beginVerificationCall);
  const assertion = passkey.sign({ ...here, challenge: optionOf(again.options, 'challenge') });
  await browser.get(verifyOperatorCall, { ceremony: again.ceremony, assertion });
  expect((await invite()).status).toBe(201);
});

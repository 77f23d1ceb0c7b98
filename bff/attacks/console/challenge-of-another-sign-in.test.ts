import { expect, it } from 'vitest';
import { beginVerificationCall, signInCall } from '../../../shared/contract/operator/sign-in.ts';
import { optionOf } from '../../src/operator/passkey.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';
import { beginSignIn, firstOperator, here, openBrowser } from './console.fixture.ts';

const world = await startWorld();

it('what was signed for one sign-in ends no other, nor what was signed to verify an operator once more', async () => {
  const { browser, passkey } = await firstOperator(world);
  const [own, others] = [await beginSignIn(openBrowser(world)), await beginSignIn(openBrowser(world))];
  const crossed = {
    ceremony: own.ceremony,
    assertion: passkey.sign({ ...here, challenge: others.challenge }),
  };
  expect((await openBrowser(world).ask(signInCall, crossed)).code).toBe('passkey-refused');
  const begun = await browser.get(beginVerificationCall);
  const assertion = passkey.sign({ ...here, challenge: optionOf(begun.options, 'challenge') });
  const moved = { ceremony: begun.ceremony, assertion };
  expect((await openBrowser(world).ask(signInCall, moved)).code).toBe('passkey-refused');
});

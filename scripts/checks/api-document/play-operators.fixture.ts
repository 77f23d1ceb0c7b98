import {
  anotherOperator,
  beginSignIn,
  firstOperator,
  here,
  openBrowser,
  signIn,
} from '../../../bff/attacks/console/console.fixture.ts';
import type { World } from '../../../bff/attacks/world/world.fixture.ts';
import { optionOf, softPasskey } from '../../../bff/src/operator/passkey.fixture.ts';
import * as operators from '../../../shared/contract/operator/operators.ts';
import * as pairings from '../../../shared/contract/operator/pairings.ts';
import * as sessions from '../../../shared/contract/operator/sign-in.ts';

const at = (call: { path: string }, name: string, value: string) => call.path.replace(`:${name}`, value);

/** How operators come in, stay and let others in: each call with a success, and what is refused of it in earnest. */
export async function playOperators(world: World): Promise<void> {
  const { browser, passkey } = await firstOperator(world);
  const second = await anotherOperator(world, browser);
  await browser.ask(sessions.beginEnrolmentCall, { invite: 'A'.repeat(43) });
  await browser.ask(sessions.readSessionCall);
  await browser.ask(sessions.signOutCall);
  await browser.ask(sessions.readSessionCall);
  await signIn(browser, passkey, { verified: false });
  await signIn(browser, passkey);

  const { ceremony, options } = await browser.get(sessions.beginVerificationCall);
  const challenge = optionOf(options, 'challenge');
  const assertion = passkey.sign({ ...here, challenge });
  await browser.ask(sessions.verifyOperatorCall, { ceremony, assertion });
  await browser.ask(sessions.verifyOperatorCall, { ceremony, assertion });

  const begun = await browser.get(operators.beginPasskeyCall);
  const another = softPasskey();
  const made = another.create(
    { ...here, challenge: optionOf(begun.options, 'challenge') },
    optionOf(begun.options, 'user', 'id'),
  );
  const body = { ceremony: begun.ceremony, passkeyName: 'Key ring', passkey: made };
  for (let tries = 0; tries < 2; tries++) await browser.ask(operators.addPasskeyCall, body);
  await browser.ask(operators.listPasskeysCall);
  const remove = at(operators.removePasskeyCall, 'passkeyId', another.id);
  for (let tries = 0; tries < 2; tries++)
    await browser.ask(operators.removePasskeyCall, undefined, {}, remove);

  await browser.ask(operators.listOperatorsCall);
  await playTokens(world, browser);
  const revoke = at(operators.revokeOperatorCall, 'operatorId', second.operatorId);
  await browser.ask(operators.revokeOperatorCall, undefined, {}, revoke);
  await second.browser.ask(operators.listOperatorsCall);
}

/** Tokens of the command: asked for, approved, refused, fetched, ended. */
async function playTokens(world: World, browser: ReturnType<typeof openBrowser>): Promise<void> {
  const command = openBrowser(world);
  const pair = () => command.get(pairings.openPairingCall, { label: 'desk-3' });
  const answer = (
    call: typeof pairings.approvePairingCall | typeof pairings.refusePairingCall,
    code: string,
  ) => browser.ask(call, undefined, {}, at(call, 'code', code));
  const [good, bad] = [await pair(), await pair()];
  await browser.ask(pairings.readPairingCall, undefined, {}, at(pairings.readPairingCall, 'code', good.code));
  await command.ask(pairings.collectTokenCall, { secret: good.secret });
  await answer(pairings.approvePairingCall, good.code);
  await answer(pairings.refusePairingCall, bad.code);
  await answer(pairings.refusePairingCall, bad.code);
  for (let tries = 0; tries < 2; tries++)
    await command.ask(pairings.collectTokenCall, { secret: good.secret });
  const { tokens } = await browser.get(operators.listTokensCall);
  const [ended] = tokens.filter(({ own }) => !own);
  const revoke = at(operators.revokeTokenCall, 'tokenId', ended?.tokenId ?? '');
  for (let tries = 0; tries < 2; tries++) await browser.ask(operators.revokeTokenCall, undefined, {}, revoke);
  await beginSignIn(command);
}

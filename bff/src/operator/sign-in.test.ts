import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { inviteOperator } from './invite-operator.ts';
import { browser, callerOf, comeBack, follow, here, withOperator } from './operators.fixture.ts';
import { optionOf } from './passkey.fixture.ts';
import { beginSignIn, signIn } from './sign-in.ts';
import { beginVerification, verifyAgain } from './verify-again.ts';

it('names nobody, and asks that the owner be verified', async () => {
  const { ports } = await withOperator();
  const { options } = await beginSignIn(ports, browser());
  expect(options).toMatchObject({ rpId: 'bff.example', userVerification: 'required' });
  expect(options).not.toHaveProperty('allowCredentials.0');
});

it.each([
  ['whose owner was not verified', { verified: false }],
  ['for another origin', { origin: 'http://bff.example' }],
  ['for another RP id', { rpId: 'example' }],
  ['for another challenge', { challenge: 'AAAA' }],
  ['whose counter stands still', { counter: 2 }],
])('an assertion %s signs nobody in', async (_which, asked) => {
  const { ports, passkey } = await withOperator();
  await comeBack(ports, passkey);
  await expect(comeBack(ports, passkey, asked)).rejects.toMatchObject({ code: 'passkey-refused' });
});

it('a challenge is answered once, whatever came of it, and within two minutes', async () => {
  const { ports, passkey, clock } = await withOperator();
  const { ceremony, assertion } = await comeBack(ports, passkey);
  await expect(signIn(ports, { ceremony, assertion }, browser())).rejects.toMatchObject({
    code: 'passkey-refused',
  });
  const begun = await beginSignIn(ports, browser());
  const challenge = optionOf(begun.options, 'challenge');
  const wrong = passkey.sign({ ...here, challenge, verified: false });
  const right = passkey.sign({ ...here, challenge });
  for (const given of [wrong, right])
    await expect(
      signIn(ports, { ceremony: begun.ceremony, assertion: given }, browser()),
    ).rejects.toMatchObject({ code: 'passkey-refused' });
  const late = await beginSignIn(ports, browser());
  clock.now += limits.passkeyCeremony;
  const signed = passkey.sign({ ...here, challenge: optionOf(late.options, 'challenge') });
  await expect(
    signIn(ports, { ceremony: late.ceremony, assertion: signed }, browser()),
  ).rejects.toMatchObject({ code: 'passkey-refused' });
});

it('of two sign-ins by one counter of a passkey one succeeds', async () => {
  const { ports, passkey } = await withOperator();
  const counter = passkey.counter + 1;
  const both = await Promise.allSettled([
    comeBack(ports, passkey, { counter }),
    comeBack(ports, passkey, { counter }),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('who is verified again is trusted for five minutes more, by their own passkey alone', async () => {
  const { ports, passkey, session, visitor, clock } = await withOperator();
  const [row] = await ports.db.read('select hash from operator_tokens', {});
  const caller = { ...callerOf(session), token: String(row?.hash) };
  expect(visitor.kept).toBeDefined();
  clock.now += limits.verificationFresh;
  const begun = await beginVerification(ports, caller);
  const challenge = optionOf(begun.options, 'challenge');
  const given = { ceremony: begun.ceremony, assertion: passkey.sign({ ...here, challenge }) };
  const after = await verifyAgain(ports, given, caller);
  expect(after.verifiedUntil).toBe(clock.now + limits.verificationFresh);

  const { link } = await inviteOperator(ports, { name: 'Second', by: callerOf(session).operatorId });
  const second = await follow(ports, link);
  const again = await beginVerification(ports, caller);
  const foreign = second.passkey.sign({ ...here, challenge: optionOf(again.options, 'challenge') });
  await expect(
    verifyAgain(ports, { ceremony: again.ceremony, assertion: foreign }, caller),
  ).rejects.toMatchObject({ code: 'passkey-refused' });
});

import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { listOperators, revokeOperator } from './all-operators.ts';
import { listTokens, revokeToken } from './all-tokens.ts';
import { approvePairing, readPairing, refusePairing } from './answer-pairing.ts';
import { inviteOperator } from './invite-operator.ts';
import { browser, callerOf, comeBack, follow, here, withOperator } from './operators.fixture.ts';
import { addPasskey, beginAnotherPasskey, listPasskeys, removePasskey } from './own-passkeys.ts';
import { collectToken, openPairing } from './pair-command.ts';
import { optionOf, softPasskey } from './passkey.fixture.ts';

async function withTwo() {
  const world = await withOperator();
  const { link } = await inviteOperator(world.ports, {
    name: 'Second',
    by: callerOf(world.session).operatorId,
  });
  return { ...world, second: await follow(world.ports, link), caller: callerOf(world.session) };
}

it('revoking an operator ends tokens, passkeys and links of theirs in one write', async () => {
  const { ports, second, caller } = await withTwo();
  const { operatorId } = callerOf(second.session);
  const { link } = await inviteOperator(ports, { name: 'Third', by: operatorId });
  const view = await revokeOperator(ports, { operatorId }, caller);
  expect(view).toMatchObject({ name: 'Second', passkeys: 0, revokedAt: ports.now() });
  expect((await listTokens(ports, caller)).tokens.map((token) => token.operatorId)).toEqual([
    caller.operatorId,
  ]);
  await expect(comeBack(ports, second.passkey)).rejects.toMatchObject({ code: 'passkey-refused' });
  await expect(follow(ports, link)).rejects.toMatchObject({ code: 'invite-over' });
  expect((await listOperators(ports)).operators).toHaveLength(2);
});

it('the last operator stays, whoever asks', async () => {
  const { ports, second, caller } = await withTwo();
  const own = { operatorId: caller.operatorId };
  await revokeOperator(ports, { operatorId: second.session.operatorId }, caller);
  await expect(revokeOperator(ports, own, caller)).rejects.toMatchObject({ code: 'last-operator' });
});

it('of two operators who revoke each other at once one stays', async () => {
  const { ports, second, caller } = await withTwo();
  const other = callerOf(second.session);
  const both = await Promise.allSettled([
    revokeOperator(ports, { operatorId: other.operatorId }, caller),
    revokeOperator(ports, { operatorId: caller.operatorId }, other),
  ]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

it('an operator has several passkeys, each signs in, and the last one stays', async () => {
  const { ports, session, passkey } = await withOperator();
  const caller = callerOf(session);
  const another = softPasskey();
  const begun = await beginAnotherPasskey(ports, caller);
  expect(begun.options).toMatchObject({ excludeCredentials: [{ id: passkey.id }] });
  const asked = { ...here, challenge: optionOf(begun.options, 'challenge') };
  const created = another.create(asked, optionOf(begun.options, 'user', 'id'));
  const given = { ceremony: begun.ceremony, passkeyName: 'Key', passkey: created };
  expect((await addPasskey(ports, given, caller)).passkeys).toHaveLength(2);
  await comeBack(ports, another);
  await removePasskey(ports, { passkeyId: passkey.id }, caller);
  await expect(comeBack(ports, passkey)).rejects.toMatchObject({ code: 'passkey-refused' });
  const last = { passkeyId: another.id };
  await expect(removePasskey(ports, last, caller)).rejects.toMatchObject({ code: 'last-passkey' });
  expect((await listPasskeys(ports, caller)).passkeys).toHaveLength(1);
});

it('a command is paired by a code that an operator approves, and fetches its token once', async () => {
  const { ports, session, clock } = await withOperator();
  const { secret, code, page } = await openPairing(ports, { label: 'desk-3' }, browser('198.51.100.7'));
  expect(page).toBe(`https://bff.example/console#pair=${code}`);
  expect(await collectToken(ports, { secret }, browser())).not.toHaveProperty('token');
  expect(await readPairing(ports, { code })).toMatchObject({ label: 'desk-3', network: '198.51.100.7' });
  await approvePairing(ports, { code }, callerOf(session));
  const { token, expiresAt } = await collectToken(ports, { secret }, browser());
  expect(token).toMatch(/^lzo_/);
  expect(expiresAt).toBe(clock.now + limits.commandToken);
  await expect(collectToken(ports, { secret }, browser())).rejects.toMatchObject({ code: 'pairing-over' });
  const { tokens } = await listTokens(ports, callerOf(session));
  const made = tokens.find(({ kind }) => kind === 'command');
  expect(made).toMatchObject({ label: 'desk-3' });
  const left = await revokeToken(ports, { tokenId: made?.tokenId ?? '' }, callerOf(session));
  expect(left.tokens.map(({ kind }) => kind)).toEqual(['console']);
});

it('a pairing that is refused, late or approved already is over', async () => {
  const { ports, session, clock } = await withOperator();
  const caller = callerOf(session);
  const refused = await openPairing(ports, { label: 'a' }, browser());
  await refusePairing(ports, refused);
  await expect(approvePairing(ports, refused, caller)).rejects.toMatchObject({ code: 'pairing-over' });
  await expect(collectToken(ports, refused, browser())).rejects.toMatchObject({ code: 'pairing-over' });
  const twice = await openPairing(ports, { label: 'b' }, browser());
  await approvePairing(ports, twice, caller);
  await expect(approvePairing(ports, twice, caller)).rejects.toMatchObject({ code: 'pairing-over' });
  const late = await openPairing(ports, { label: 'c' }, browser());
  clock.now = late.expiresAt;
  await expect(approvePairing(ports, late, caller)).rejects.toMatchObject({ code: 'pairing-over' });
});

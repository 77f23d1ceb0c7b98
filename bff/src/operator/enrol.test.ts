import { expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { beginEnrolment } from './enrol.ts';
import { inviteFirst } from './invite-first.ts';
import { inviteOperator } from './invite-operator.ts';
import { browser, callerOf, comeBack, follow, here, secretOf, withOperator } from './operators.fixture.ts';
import { optionOf, softPasskey } from './passkey.fixture.ts';

it('an invited person becomes an operator by a passkey, is signed in, and signs in again', async () => {
  const { ports, passkey, visitor, session, events } = await withOperator();
  expect(session).toMatchObject({ name: 'First', kind: 'console' });
  expect(visitor.kept).toMatch(/^lzo_[A-Za-z0-9_-]{43}$/);
  const again = await comeBack(ports, passkey);
  expect(again.session.operatorId).toBe(session.operatorId);
  expect(events.map(({ event }) => event)).toEqual([
    'operator-invited',
    'operator-enrolled',
    'operator-signed-in',
  ]);
});

it('asks for a discoverable passkey that verifies its owner, and for no attestation', async () => {
  const { ports } = await testPorts();
  const { link } = await inviteFirst(ports, { name: 'First', publicUrl: here.origin });
  const { options } = await beginEnrolment(ports, { invite: secretOf(link) }, browser());
  expect(options).toMatchObject({
    rp: { id: 'bff.example' },
    attestation: 'none',
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
});

it('a link is good once, also for two who use it at the same moment', async () => {
  const { ports } = await testPorts();
  const { link } = await inviteFirst(ports, { name: 'First', publicUrl: here.origin });
  const both = await Promise.allSettled([follow(ports, link), follow(ports, link)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(follow(ports, link)).rejects.toMatchObject({ code: 'invite-over' });
});

it('a link is good for fifteen minutes', async () => {
  const { ports, clock } = await testPorts();
  const { link, expiresAt } = await inviteFirst(ports, { name: 'First', publicUrl: here.origin });
  expect(expiresAt).toBe(clock.now + limits.inviteLifetime);
  clock.now = expiresAt;
  await expect(follow(ports, link)).rejects.toMatchObject({ code: 'invite-over' });
});

it('the secret of a link is nowhere in the store', async () => {
  const { ports } = await testPorts();
  const { link } = await inviteFirst(ports, { name: 'First', publicUrl: here.origin });
  const rows = await ports.db.read('select * from operator_invites', {});
  expect(JSON.stringify(rows)).not.toContain(secretOf(link));
});

it('the command line of the server invites before there is an operator, and never again', async () => {
  const { ports } = await withOperator();
  await expect(inviteFirst(ports, { name: 'Second', publicUrl: here.origin })).rejects.toMatchObject({
    code: 'operator-exists',
  });
});

it('of two links that were made before there was an operator one is used', async () => {
  const { ports } = await testPorts();
  const one = await inviteFirst(ports, { name: 'First', publicUrl: here.origin });
  const other = await inviteFirst(ports, { name: 'Other', publicUrl: here.origin });
  await follow(ports, one.link);
  await expect(follow(ports, other.link)).rejects.toMatchObject({ code: 'invite-over' });
});

it('a passkey that is known already enrols nobody else', async () => {
  const { ports, passkey, session } = await withOperator();
  const { link } = await inviteOperator(ports, { name: 'Second', by: callerOf(session).operatorId });
  await expect(follow(ports, link, {}, passkey)).rejects.toMatchObject({ code: 'passkey-refused' });
});

it.each([
  ['whose owner was not verified', { verified: false }],
  ['for another origin', { origin: 'https://bff.example.evil.example' }],
  ['for another RP id', { rpId: 'evil.example' }],
  ['for another challenge', { challenge: 'AAAA' }],
])('a new passkey %s is refused', async (_which, asked) => {
  const { ports } = await testPorts();
  const { link } = await inviteFirst(ports, { name: 'First', publicUrl: here.origin });
  await expect(follow(ports, link, asked)).rejects.toMatchObject({ code: 'passkey-refused' });
  expect(await ports.db.read('select * from operators', {})).toEqual([]);
  expect((await follow(ports, link)).session.name).toBe('First');
});

it('the passkey knows the operator by an id that says nothing about a person', async () => {
  const { ports } = await testPorts();
  const { link } = await inviteFirst(ports, { name: 'First', publicUrl: here.origin });
  const { options } = await beginEnrolment(ports, { invite: secretOf(link) }, browser());
  expect(Buffer.from(optionOf(options, 'user', 'id'), 'base64url').toString()).toMatch(/^opr_/);
  expect(softPasskey().id).not.toBe(softPasskey().id);
});

import { expect, it } from 'vitest';
import { challenge } from '../../../miniprogram/src/attempt/03-challenge.ts';
import { agreeForWard } from '../../../miniprogram/src/family/agree-for-ward.ts';
import { giveCode } from '../../../miniprogram/src/family/give-code.ts';
import { wardRequests } from '../../../miniprogram/src/family/ward-requests.ts';
import { readReceipt } from '../../../miniprogram/src/receipt/01-read-receipt.ts';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { decline } from '../../../miniprogram/src/verify/02-decline.ts';
import { newReceiptPlace } from '../../../scripts/stand-ins/phone/receipt-place.ts';
import * as limits from '../../../shared/limits.ts';
import { readNotices } from '../../src/notice/read-notices.ts';
import { sealedFace } from '../world/check.fixture.ts';
import { endOf, forWard, guardianOf, someFace, terminalAt } from '../world/family.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('an honest guardian has the ward checked at a counter, which learns pass and level alone', async () => {
  const guardian = await guardianOf(world);
  const { sessionId, checked } = await forWard(world, guardian, guardian.delegation.delegationId);
  await guardian.phone.put(sessionId, 'face', await sealedFace(guardian.phone, checked));
  expect((await endOf(guardian, sessionId)).state).toBe('passed');
  const shown = await world.hotel.view(sessionId);
  expect(shown).toMatchObject({ state: 'passed', level: 'basic', scene: 'hotel' });
  expect(Object.keys(shown).sort()).toEqual(
    ['decidedAt', 'level', 'openedAt', 'result', 'scene', 'sessionId', 'state', 'version'].sort(),
  );
  const [, claims = ''] = (shown.result ?? '').split('.');
  expect(Buffer.from(claims, 'base64url').toString()).not.toMatch(/ward|guardian|family|(?<![\w-])del_/);
});

it('the receipt of a ward lies with the guardian and says whose it is, and the ward has a copy by what the terminal gave away', async () => {
  const guardian = await guardianOf(world);
  const { holder } = guardian.phone;
  const terminal = await terminalAt(world);
  const place = newReceiptPlace(random);
  const { code } = await giveCode(holder, guardian.delegation);
  const { sessionId, slip } = await terminal.openWard('hotel', 'check-in', code);
  const [request] = await wardRequests(holder);
  if (request === undefined) throw new Error('no request');
  await agreeForWard(holder, request, place.wantedBy(holder));
  await terminal.takeFace(sessionId, someFace);
  expect((await endOf(guardian, sessionId)).state).toBe('passed');
  const receipt = await readReceipt(holder, { sessionId, ...place });
  const { delegationId } = guardian.delegation;
  expect(receipt?.claims).toMatchObject({ ward: delegationId, scene: 'hotel', outcome: 'pass' });
  const { report, ...said } = receipt?.claims ?? {};
  const stranger = await world.citizen();
  const copy = await readReceipt(stranger.holder, { ...slip, copy: true });
  const { salt, leaf } = copy?.claims ?? {};
  expect(copy?.claims).toEqual({ ...said, salt, leaf });
  expect([salt, leaf]).not.toContain(receipt?.claims.salt);
  expect([salt, leaf]).not.toContain(receipt?.claims.leaf);
  expect(report).toBeDefined();
});

it('a copy is for a ward, and is whoever’s takes the face: a phone names none for itself, nor where a terminal has', async () => {
  const guardian = await guardianOf(world);
  const { holder } = guardian.phone;
  const copy = newReceiptPlace(random, 'copy').wantedBy(holder);
  const session = await world.hotel.open();
  const view = await claim(holder, world.hotel.code(session));
  const own = { view, consent: { face: true, voice: false } };
  await expect(challenge(holder, own, undefined, copy)).rejects.toMatchObject({ code: 'request-invalid' });
  const terminal = await terminalAt(world);
  const { code } = await giveCode(holder, guardian.delegation);
  await terminal.openWard('hotel', 'check-in', code);
  const [request] = await wardRequests(holder);
  if (request === undefined) throw new Error('no request');
  const afar = { view: request, consent: { face: true, voice: false }, ward: request.ward };
  await expect(challenge(holder, afar, undefined, copy)).rejects.toMatchObject({ code: 'request-invalid' });
});

it('a guardian elsewhere agrees on the phone, and the terminal takes the face', async () => {
  const guardian = await guardianOf(world);
  const terminal = await terminalAt(world);
  const { code } = await giveCode(guardian.phone.holder, guardian.delegation);
  const opened = await terminal.openWard('hotel', 'check-in', code);
  expect(opened).toMatchObject({ state: 'claimed', scene: 'hotel' });
  const [request] = await wardRequests(guardian.phone.holder);
  expect(request).toMatchObject({ id: opened.sessionId, ward: guardian.delegation.delegationId });
  if (request === undefined) throw new Error('no request');
  await agreeForWard(guardian.phone.holder, request);
  await terminal.takeFace(opened.sessionId, someFace);
  expect((await endOf(guardian, opened.sessionId)).state).toBe('passed');
  expect(await world.hotel.view(opened.sessionId)).toMatchObject({ state: 'passed', level: 'basic' });
});

it('declines as declined, and who does not answer lets it run out', async () => {
  const guardian = await guardianOf(world);
  const terminal = await terminalAt(world);
  const open = async () => {
    const { code } = await giveCode(guardian.phone.holder, guardian.delegation);
    return (await terminal.openWard('hotel', 'check-in', code)).sessionId;
  };
  const first = await open();
  await decline(guardian.phone.holder, first);
  expect((await world.hotel.view(first)).state).toBe('declined');
  const second = await open();
  world.clock.at += limits.wardRequestLifetime;
  expect((await world.hotel.view(second)).state).toBe('expired');
  expect(await wardRequests(guardian.phone.holder)).toEqual([]);
});

it('of a ward of 14 or more the guardian may only hear: by a word that was given with the code', async () => {
  const guardian = await guardianOf(world, { age: 15 });
  const { delegation, phone } = guardian;
  const path = `/holder/v1/delegations/${delegation.delegationId}/asks`;
  expect((await phone.ask('POST', path, { body: { asks: 'tell' } })).status).toBe(200);
  world.clock.at += limits.wardTellWait;
  const terminal = await terminalAt(world);
  const { code } = await giveCode(phone.holder, { ...delegation, asks: 'tell' });
  const { sessionId, slip } = await terminal.openWard('hotel', 'check-in', code);
  expect(await wardRequests(phone.holder)).toEqual([]);
  await terminal.takeFace(sessionId, someFace);
  expect((await endOf(guardian, sessionId)).state).toBe('passed');
  expect((await readReceipt(phone.holder, { ...slip, copy: true }))?.claims.sessionId).toBe(sessionId);
  const told = await readNotices(world.ports, phone.holder.device.thumbprint, 0);
  expect(told.map(({ kind }) => kind)).toContain('ward-checked');
});

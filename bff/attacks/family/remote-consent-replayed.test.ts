import { expect, it } from 'vitest';
import { agreeForWard } from '../../../miniprogram/src/family/agree-for-ward.ts';
import { giveCode } from '../../../miniprogram/src/family/give-code.ts';
import { wardRequests } from '../../../miniprogram/src/family/ward-requests.ts';
import * as limits from '../../../shared/limits.ts';
import { askForWard, guardianOf, terminalAt, wordOf } from '../world/family.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const guardian = await guardianOf(world);
const { delegationId } = guardian.delegation;
const terminal = await terminalAt(world);

async function opened(): Promise<string> {
  const { code } = await giveCode(guardian.phone.holder, guardian.delegation);
  return (await terminal.openWard('hotel', 'check-in', code)).sessionId;
}

it('what a guardian agreed to for one check opens no other', async () => {
  const [first, second] = [await opened(), await opened()];
  const word = wordOf(world, guardian, delegationId, first);
  const replayed = await askForWard(guardian, second, { delegationId, word });
  expect(replayed).toMatchObject({ status: 422, code: 'guardian-word-refused' });
  expect((await askForWard(guardian, first, { delegationId, word })).status).toBe(201);
});

it('nor the same after ten minutes, nor one that another device has signed', async () => {
  const sessionId = await opened();
  const [stranger, old] = [await world.citizen(), wordOf(world, guardian, delegationId, sessionId)];
  const foreign = wordOf(world, { phone: stranger }, delegationId, sessionId);
  const asForeign = await askForWard(guardian, sessionId, { delegationId, word: foreign });
  expect(asForeign.code).toBe('guardian-word-refused');
  world.clock.at += limits.guardianWordLifetime;
  const later = await opened();
  expect((await askForWard(guardian, later, { delegationId, word: old })).code).toBe('guardian-word-refused');
});

it('a code is good once', async () => {
  const { code } = await giveCode(guardian.phone.holder, guardian.delegation);
  const twice = await Promise.allSettled([
    terminal.openWard('hotel', 'check-in', code),
    terminal.openWard('hotel', 'check-in', code),
  ]);
  expect(twice.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(terminal.openWard('hotel', 'check-in', code)).rejects.toMatchObject({
    code: 'ward-code-unknown',
  });
});

it('of a child under 14 no word is given ahead: a BFF that says the guardian only wants to hear is refused', async () => {
  await world.ports.db.write([
    { sql: `update delegations set asks = 'tell' where id = :id`, params: { id: delegationId } },
  ]);
  const { code } = await giveCode(guardian.phone.holder, { ...guardian.delegation, asks: 'tell' });
  await expect(terminal.openWard('hotel', 'check-in', code)).rejects.toMatchObject({
    code: 'guardian-word-refused',
  });
  for (const request of await wardRequests(guardian.phone.holder))
    await agreeForWard(guardian.phone.holder, request);
});

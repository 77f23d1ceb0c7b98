import { expect, it } from 'vitest';
import { agreeForWard } from '../../../miniprogram/src/family/agree-for-ward.ts';
import { giveCode } from '../../../miniprogram/src/family/give-code.ts';
import { wardRequests } from '../../../miniprogram/src/family/ward-requests.ts';
import { readConsents } from '../../../miniprogram/src/protect/consents.ts';
import { hashConsentText } from '../../../shared/consent/hash-consent-text.ts';
import { textsForFamily } from '../../../shared/consent/texts-for-family.ts';
import { endDelegations } from '../../src/jobs/end-delegations.ts';
import { forWard, guardianOf, terminalAt } from '../world/family.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('what a guardian agrees to about a ward is recorded in the words that were read, and never as said of the own face', async () => {
  const guardian = await guardianOf(world);
  const { holder } = guardian.phone;
  // The guardian's own face would be taken by the platform; a ward's never is.
  Object.assign(world.ports.faceVerifiers, { wechat: {} });
  await world.ports.db.write([{ sql: `update holders set platform = 'wechat'`, params: {} }]);
  const before = new Set((await readConsents(holder)).map(({ receiptId }) => receiptId));
  await forWard(world, guardian, guardian.delegation.delegationId);
  const terminal = await terminalAt(world);
  const { code } = await giveCode(holder, guardian.delegation);
  await terminal.openWard('hotel', 'check-in', code);
  for (const request of await wardRequests(holder)) await agreeForWard(holder, request);
  const made = (await readConsents(holder)).filter(({ receiptId }) => !before.has(receiptId));
  expect(
    made
      .map(({ text, subject, purposes }) => [text.form, text.hash, subject, purposes[0]?.thirdParties])
      .sort(),
  ).toEqual([
    ['ward', hashConsentText(textsForFamily.ward.phone, 'zh'), 'face', []],
    ['ward-afar', hashConsentText(textsForFamily['ward-afar'].phone, 'zh'), 'face', []],
  ]);
  expect(made.map(({ text: { title } }) => title).sort()).toEqual(
    [textsForFamily.ward.phone.title.zh, textsForFamily['ward-afar'].phone.title.zh].sort(),
  );
});

it('it ends with the last ward, by whoever ended that', async () => {
  const guardian = await guardianOf(world);
  const { phone, delegation } = guardian;
  const ofWards = async () =>
    (await readConsents(phone.holder))
      .filter(({ text }) => text.form === 'ward')
      .map(({ ended }) => ended?.by);
  await forWard(world, guardian, delegation.delegationId);
  expect(await ofWards()).toEqual([undefined]);
  await phone.ask('POST', `/holder/v1/delegations/${delegation.delegationId}/end`, { body: {} });
  expect(await ofWards()).toEqual(['withdrawn']);
  // Of two of the same moment either might be the one.
  world.clock.at += 1000;
  const next = await guardianOf(world, { who: guardian });
  await forWard(world, next, next.delegation.delegationId);
  world.clock.at = next.delegation.endsAt;
  // That of the guardian before as well.
  await endDelegations(world.ports);
  expect(
    await world.ports.db.read(`select ended_by from consents where form = 'ward' order by ended_at`, {}),
  ).toEqual([{ ended_by: 'withdrawn' }, ...Array(2).fill({ ended_by: 'over' })]);
});

import { expect, it } from 'vitest';
import { giveCode } from '../../../miniprogram/src/family/give-code.ts';
import { strengthen } from '../../../miniprogram/src/protect/strengthen.ts';
import { sealedFace } from '../world/check.fixture.ts';
import { endOf, forWard, guardianOf, terminalAt } from '../world/family.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('who has frozen the own credential answers for nobody until it thaws', async () => {
  const guardian = await guardianOf(world);
  const { phone, delegation } = guardian;
  const terminal = await terminalAt(world);
  const { code } = await giveCode(phone.holder, delegation);
  await strengthen(phone.holder, 'freeze');
  await expect(terminal.openWard('hotel', 'check-in', code)).rejects.toMatchObject({
    code: 'ward-code-unknown',
  });
  await expect(forWard(world, guardian, delegation.delegationId)).rejects.toMatchObject({
    code: 'credential-frozen',
  });
});

it('nor passes a ward whose guardian freezes while the face is looked at', async () => {
  const guardian = await guardianOf(world);
  const { sessionId, checked } = await forWard(world, guardian, guardian.delegation.delegationId);
  const go = world.authority.holdNextDecision();
  await guardian.phone.put(sessionId, 'face', await sealedFace(guardian.phone, checked));
  await world.untilDeciding();
  await strengthen(guardian.phone.holder, 'freeze');
  go();
  expect((await endOf(guardian, sessionId)).state).toBe('failed');
});

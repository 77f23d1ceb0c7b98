import { expect, it } from 'vitest';
import { readReceipt } from '../../../miniprogram/src/receipt/01-read-receipt.ts';
import { newReceiptPlace } from '../../../scripts/stand-ins/phone/receipt-place.ts';
import { sealedFace } from '../world/check.fixture.ts';
import { endOf, forWard, guardianOf } from '../world/family.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a ward whose face the guardian’s phone takes has a copy, of a failure as of a pass', async () => {
  const guardian = await guardianOf(world);
  const { phone, delegation } = guardian;
  for (const [who, outcome] of [
    [guardian.identity, 'fail'],
    [guardian.ward, 'pass'],
  ] as const) {
    const copy = newReceiptPlace(random, 'copy');
    const check = await forWard(world, guardian, delegation.delegationId, world.hotel, { copy });
    world.authority.whoStandsThere(who);
    await phone.put(check.sessionId, 'face', await sealedFace(phone, check.checked));
    await endOf(guardian, check.sessionId);
    const read = await readReceipt(phone.holder, { ...copy, copy: true });
    expect(read?.claims).toMatchObject({
      sessionId: check.sessionId,
      outcome,
      ward: delegation.delegationId,
    });
  }
});

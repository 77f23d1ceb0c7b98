import { expect, it } from 'vitest';
import { giveCode } from '../../../miniprogram/src/family/give-code.ts';
import { exportAll } from '../../../miniprogram/src/protect/export-all.ts';
import * as limits from '../../../shared/limits.ts';
import { stateReceiptKey } from '../../../shared/receipt/state-receipt-key.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';
import { forget } from '../../src/jobs/forget.ts';
import { reconcile } from '../../src/jobs/reconcile.ts';
import { guardianOf, terminalAt } from '../world/family.fixture.ts';
import { erase, handlesOf, placesOf, untilTold } from '../world/held.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const day = 24 * 60 * 60 * 1000;

/** By what a ward can be found. */
async function wardOf(delegationId: string) {
  const [row] = await world.ports.db.read('select credential from delegations where id = :id', {
    id: delegationId,
  });
  const credential = String(row?.credential);
  return { credential, person: world.authority.credential(credential)?.person ?? '' };
}

it('a guardian reads by what they answer, and nothing of who the ward is', async () => {
  const { phone, ward, delegation, officer } = await guardianOf(world);
  const { credential, person } = await wardOf(delegation.delegationId);
  const privateKey = random(32);
  const statement = stateReceiptKey(phone.holder.device, x25519PublicKey(privateKey));
  const all = await exportAll(phone.holder, { privateKey, statement });
  expect(all.authority).toMatchObject({
    delegations: [
      { as: 'guardian', relation: 'child', form: 'under-14', scenes: ['hotel'], state: 'active' },
    ],
  });
  const held = JSON.stringify(all);
  expect(held).toContain(delegation.delegationId);
  for (const secret of [credential, person, ward.name, ward.idNumber, officer.officerId])
    expect(held).not.toContain(secret);
});

it('with a guardian who has everything erased goes all by which they answered, on both sides, and nobody acts on', async () => {
  const guardian = await guardianOf(world);
  const { phone, delegation } = guardian;
  const terminal = await terminalAt(world);
  const { code } = await giveCode(phone.holder, delegation);
  const [ward, handles] = [await wardOf(delegation.delegationId), await handlesOf(world, phone)];
  const named = { ...handles, delegation: delegation.delegationId };
  expect(await placesOf(world, named)).toContain('authority delegations.guardian: person');
  expect(await erase(phone)).toMatchObject({ status: 200, body: { authority: 'done' } });
  await untilTold(world);
  const left = await placesOf(world, named);
  expect(left.filter((place) => !place.startsWith('authority tries.'))).toEqual([]);
  await expect(terminal.openWard('hotel', 'check-in', code)).rejects.toMatchObject({
    code: 'ward-code-unknown',
  });
  expect(world.authority.credential(ward.credential)?.state).toBe('void');
});

it('of a ward whom nobody answers for any more nothing of the face is left a month later', async () => {
  const { delegation, ward: identity } = await guardianOf(world);
  const ward = await wardOf(delegation.delegationId);
  const found = { holder: ward.credential, device: ward.credential, applicant: ward.credential, ...ward };
  expect(await placesOf(world, found)).toContain('authority credentials.person: person');
  const body = { legalName: identity.name, idNumber: identity.idNumber };
  expect(await world.authority.administer('delegations/end', body)).toEqual({ ended: 1 });
  for (const days of [31, limits.voidKept / day + 1, limits.delegationKept / day + 1]) {
    world.clock.pass(days * day);
    world.authority.forget();
    await forget(world.ports);
  }
  const places = await placesOf(world, found);
  // The register of the sandbox knows its citizens for good.
  expect(places.filter((place) => place !== 'authority people.person: person')).toEqual([]);
  // No round of the jobs is due any more as the world ends.
  await reconcile(world.ports);
  await untilTold(world);
});

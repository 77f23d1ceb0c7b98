import { expect, it } from 'vitest';
import { disputeCheck } from '../../../miniprogram/src/receipt/03-dispute.ts';
import { claimed } from '../world/check.fixture.ts';
import { operatorOf } from '../world/operator.fixture.ts';
import { checkForReceipt } from '../world/receipts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('this was not me freezes at once, and tells the operator neither who it is nor where it was', async () => {
  const operator = await operatorOf(world);
  const check = await checkForReceipt(world);
  await disputeCheck(check.phone.holder);
  const { body } = await check.phone.whoAmI();
  expect(body).toMatchObject({ state: 'frozen' });
  await expect(claimed(world, check.phone)).rejects.toMatchObject({ code: 'credential-frozen' });

  const listed = await operator.ask('GET', '/disputes');
  const [dispute] = Object(listed.body).disputes;
  expect(Object.keys(dispute).sort()).toEqual(['day', 'disputeId', 'kind', 'state']);
  expect(dispute).toMatchObject({ kind: 'check', state: 'open' });
  const rows = JSON.stringify(await world.ports.db.read('select * from disputes', {}));
  const { holder, account } = check.phone;
  const [stored] = await world.ports.db.read('select id from holders where device = :device', {
    device: holder.device.thumbprint,
  });
  for (const text of [holder.device.thumbprint, account, String(stored?.id), check.sessionId, 'rp_hotel'])
    expect(rows).not.toContain(text);

  // Whatever the operator decides, nobody but the holder makes it usable again.
  const resolved = await operator.ask('POST', `/disputes/${dispute.disputeId}/resolve`, {
    body: { outcome: 'dismissed' },
  });
  expect(resolved.body).toMatchObject({ state: 'dismissed' });
  expect((await check.phone.whoAmI()).body).toMatchObject({ state: 'frozen' });
});

it('who has no credential opens none, and disputes have an end', async () => {
  const nobody = await world.phone();
  await expect(disputeCheck(nobody.holder)).rejects.toMatchObject({ code: 'credential-missing' });
  const citizen = await world.citizen();
  let refused: unknown;
  for (let n = 0; refused === undefined && n < 200; n++)
    refused = await disputeCheck(citizen.holder).then(
      () => undefined,
      (problem: unknown) => problem,
    );
  expect(refused).toMatchObject({ code: 'too-many-requests' });
});

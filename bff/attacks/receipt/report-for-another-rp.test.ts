import { expect, it } from 'vitest';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import { claimsOf, headerOf, macJws, tamperedJws, unsignedJws } from '../world/jws.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { checkForReceipt, receiptOf, report, reportFormOf } from '../world/receipts.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('nobody is reported by a form that the authority has not signed for that relying party', async () => {
  const form = await reportFormOf(world);
  const claims = claimsOf(form);
  const header = headerOf(form);
  const kid = String(header.kid);
  const other = { ...claims, rpId: 'rp_office' };
  const { privateKey } = makeDeviceKey(random);
  const forged = [
    tamperedJws(form, { rpId: 'rp_office' }),
    tamperedJws(form, { nullifier: 'A'.repeat(22) }),
    unsignedJws(header, other),
    macJws(header, other, JSON.stringify(world.authority.root)),
    signEs256({ header: { typ: 'lz-report+jwt', kid }, payload: other, privateKey }),
    signEs256({ header: { typ: 'lz-report+jwt', kid: 'made-up' }, payload: other, privateKey }),
  ];
  for (const each of forged) expect((await report(world, each)).code).toBe('report-refused');
  expect(await world.ports.db.read('select * from report_sums', {})).toEqual([]);
  expect((await report(world, form)).status).toBe(202);
});

it('no other text that the authority signs is a form', async () => {
  const check = await checkForReceipt(world);
  const receipt = await receiptOf(check);
  const { keys } = world.authority;
  const day = '2026-11-30';
  const asForm = {
    iss: 'liangzheng-sandbox',
    sandbox: true,
    rpId: 'rp_hotel',
    day,
    nullifier: 'A'.repeat(22),
  };
  for (const text of [
    receipt?.signed ?? '',
    keys.sign('lz-verdict+jwt', asForm),
    keys.signByRoot('lz-report+jwt', asForm),
  ])
    expect((await report(world, text)).code).toBe('report-refused');
});

import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { exportAll } from '../../../miniprogram/src/protect/export-all.ts';
import { yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { asId } from '../../../shared/ids.ts';
import { stateReceiptKey } from '../../../shared/receipt/state-receipt-key.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';
import { handlesOf, untilTold, withdraw } from '../world/held.fixture.ts';
import { citizen, random } from '../world/parties.fixture.ts';
import { applyAs, type Phone } from '../world/phone.fixture.ts';
import { applicant, carded, officerAt } from '../world/raise.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const path = '/holder/v1/export';

function keyOf({ holder }: Phone) {
  const privateKey = random(32);
  return { privateKey, statement: stateReceiptKey(holder.device, x25519PublicKey(privateKey)) };
}

it('a phone is given what is held about its own holder, opened by nobody on the way', async () => {
  const phone = await world.citizen();
  const handles = await handlesOf(world, phone);
  const key = keyOf(phone);
  const held = await exportAll(phone.holder, key);
  expect(held.own).toMatchObject({ account: { device: handles.device }, credential: { state: 'active' } });
  expect(held.own.consents.map(({ subject }) => subject).sort()).toEqual(['face', 'voice']);
  expect(held.authority).toMatchObject({
    credential: { handle: handles.credential, device: handles.device, level: 'basic' },
    ...{ face: { engine: 'played' }, voice: { engine: 'played' } },
    register: { byApplication: true },
  });
  const { body } = await phone.ask('POST', path, { body: { key: key.statement } });
  expect(JSON.stringify(body)).not.toContain('played');
  await expect(exportAll(phone.holder, { ...key, privateKey: random(32) })).rejects.toMatchObject({
    ...{ code: 'authority-untrusted', why: 'export-not-opened' },
  });
});

it('of a raise it has day, place and decision, and not the officer; the officer’s own export has the office', async () => {
  const identity = citizen(990);
  const own = await world.phone();
  await applyAs(own, identity);
  const officer = await officerAt(world, 'north', identity);
  const who = await applicant(world);
  await officer.decide(await carded(officer, who), yes);
  const { authority } = await exportAll(who.phone.holder, keyOf(who.phone));
  expect(authority).toMatchObject({
    raises: [{ point: '受理点north', card: 'chip', decision: 'pass' }],
    ...{ offices: [], delegations: [] },
  });
  for (const secret of [officer.officerId, '受理员']) expect(JSON.stringify(authority)).not.toContain(secret);
  expect((await exportAll(own.holder, keyOf(own))).authority).toMatchObject({
    offices: [{ role: 'point', passkeys: 1, shifts: 1, raises: 1 }],
  });
});

it('who has no credential any more is told what the law keeps, and never that nothing is held', async () => {
  const officer = await officerAt(world, 'south');
  const who = await applicant(world);
  await officer.decide(await carded(officer, who), yes);
  const { credential } = await handlesOf(world, who.phone);
  await withdraw(who.phone, 'face');
  await untilTold(world);
  const { authority } = await exportAll(who.phone.holder, keyOf(who.phone));
  expect(authority).toEqual({ held: 'nothing-more', kept: ['register', 'cases'] });
  const db = new DatabaseSync(world.authority.file, { readOnly: true });
  expect(db.prepare('select 1 from raise_cases where credential = ?').get(credential)).toBeDefined();
  db.close();
});

it('a key that another phone has stated is refused, here and at the authority', async () => {
  const [phone, other] = [await world.citizen(), await world.citizen()];
  const { credential } = await handlesOf(world, phone);
  const stranger = keyOf(other).statement;
  expect(await phone.ask('POST', path, { body: { key: stranger } })).toMatchObject({
    code: 'receipt-key-refused',
  });
  // A BFF that asks for itself.
  await expect(world.ports.authority.exportHeld(asId('crd', credential), stranger)).rejects.toMatchObject({
    code: 'export-refused',
  });
});

it('nobody asks without end', async () => {
  const phone = await world.citizen();
  const ask = () => phone.ask('POST', path, { body: { key: keyOf(phone).statement } });
  const codes = [];
  for (let n = 0; n < 7; n++) codes.push((await ask()).code);
  expect(codes.at(-1)).toBe('too-many-requests');
});

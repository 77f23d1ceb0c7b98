import { expect, it } from 'vitest';
import { exportAll } from '../../../miniprogram/src/protect/export-all.ts';
import { stateReceiptKey } from '../../../shared/receipt/state-receipt-key.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';
import { random } from '../world/parties.fixture.ts';
import type { Phone } from '../world/phone.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

function keyOf({ holder }: Phone) {
  const privateKey = random(32);
  return { privateKey, statement: stateReceiptKey(holder.device, x25519PublicKey(privateKey)) };
}

it('the phone that lost its place is given nothing, and a stolen login nothing of what the authority holds', async () => {
  const old = await world.citizen('owner');
  const thief = await world.phone('owner');
  const body = { key: keyOf(old).statement };
  expect(await old.ask('POST', '/holder/v1/export', { body })).toMatchObject({ code: 'device-voided' });
  for (const path of ['/holder/v1/consents'])
    expect(await old.ask('GET', path)).toMatchObject({ code: 'device-voided' });
  const { authority, own } = await exportAll(thief.holder, keyOf(thief));
  expect(authority).toEqual({ held: 'not-this-phone', kept: [] });
  expect(own.credential).toMatchObject({ state: 'unusable' });
});

import { expect } from 'vitest';
import type { Registration } from '../../../shared/contract/authority/registration.ts';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import { claimed } from './check.fixture.ts';
import { claimsOf, headerOf } from './jws.fixture.ts';
import type { World } from './world.fixture.ts';

/** A BFF that shows this in the place of what the registrar says of the hotel's counter: no phone lets anybody agree. */
export async function expectUnknown(
  world: World,
  lie: (given: Registration) => Registration,
  why: string,
): Promise<void> {
  const phone = await world.citizen();
  phone.lies.registration = lie;
  await expect(claimed(world, phone)).rejects.toMatchObject({ code: 'who-asks-unknown', why });
  delete phone.lies.registration;
  expect((await claimed(world, phone)).shown.asks.rpName).toBe('酒店');
}

/** The same claims but for the changes, signed by a key of the attacker under the same header. */
export function resigned(jws: string, changes: object, privateKey: Uint8Array): string {
  const header = { ...headerOf(jws), typ: String(headerOf(jws).typ) };
  return signEs256({ header, payload: { ...claimsOf(jws), ...changes }, privateKey });
}

import { readCredential } from '../../../miniprogram/src/apply/07-credential.ts';
import type { OwnCredential } from '../../../miniprogram/src/holder/answers.ts';
import { loginByDevice } from '../../../miniprogram/src/login/01-login-by-device.ts';
import {
  type Owner,
  playApplication,
  playMove,
  playProtection,
} from '../../../scripts/stand-ins/phone/play-journey.ts';
import { dateInChina } from '../../../shared/china-calendar.ts';
import type { ProtectAct } from '../../../shared/credentials.ts';
import { citizen } from './parties.fixture.ts';
import { applyAs, type Phone } from './phone.fixture.ts';
import type { World } from './world.fixture.ts';

/** Nobody tries twice. */
const once: Owner = { triesAgain: async () => false };

/** A phone with a credential of that citizen, of the level that an officer gave it where it is strict. */
export async function credentialed(
  world: World,
  number: number,
  level: 'basic' | 'strict' = 'basic',
  validUntil = 'long-term',
): Promise<Phone> {
  const phone = await world.phone(`owner-${number}`);
  await applyAs(phone, { ...citizen(number), validUntil });
  if (level === 'strict') await raise(world, phone);
  return phone;
}

/** The last day in China of a card that runs out after so many days. */
export function cardFor(world: World, days: number): string {
  return dateInChina(world.clock.at + days * 24 * 60 * 60_000);
}

/** The citizen applies once more on the same phone, with the date that stands on the card now. */
export async function renewAs(phone: Phone, number: number, validUntil: string) {
  await loginByDevice(phone.holder);
  const typed = { identity: { ...citizen(number), validUntil }, idPhoto: new Uint8Array(100).fill(5) };
  return await playApplication(phone.holder, typed, once);
}

/** What an officer does at an acceptance point, on both sides. */
export async function raise(world: World, phone: Phone): Promise<void> {
  const handle = await handleOf(phone);
  world.authority.raise(handle);
  await world.ports.db.write([
    { sql: `update credentials set level = 'strict' where handle = :handle`, params: { handle } },
  ]);
}

/** As the phone itself is told. A token that ran out with the clock is renewed. */
export async function cardOf(phone: Phone): Promise<OwnCredential> {
  await loginByDevice(phone.holder);
  return await readCredential(phone.holder);
}

export async function handleOf(phone: Phone): Promise<string> {
  const { handle } = await cardOf(phone);
  if (handle === undefined) throw new Error('no credential');
  return handle;
}

/** The citizen brings the credential along, with name and number of their own. */
export async function moveAs(phone: Phone, number: number, owner: Owner = once) {
  await loginByDevice(phone.holder);
  return await playMove(phone.holder, { identity: citizen(number) }, owner);
}

/** The citizen does what weakens the credential, before the camera. */
export async function protectAs(phone: Phone, act: ProtectAct, owner: Owner = once) {
  await loginByDevice(phone.holder);
  return await playProtection(phone.holder, act, owner);
}

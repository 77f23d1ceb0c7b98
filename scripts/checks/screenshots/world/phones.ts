import type { Holder } from '../../../../miniprogram/src/holder/holder.ts';
import type { StorageKey } from '../../../../miniprogram/src/platform/platform.ts';
import type { RunningSandbox } from '../../../sandbox/start-processes.ts';
import { rollOfPerson } from '../../../stand-ins/phone/camera-roll.ts';
import { pickUpPhone } from '../../../stand-ins/phone/pick-up-phone.ts';
import { type Person, readPerson } from '../../../stand-ins/phone/read-people.ts';
import { speechOf } from '../../../stand-ins/phone/speech.ts';
import { storageInMemory } from '../../../stand-ins/phone/stand-in-platform.ts';

/** `fresh` has never been used; `newcomer` is signed in; `citizen` has a credential; `voided` was signed out by another phone. */
export type PhoneName = 'fresh' | 'newcomer' | 'citizen' | 'voided';

/** A phone that a program holds; a browser that is given what it has stored is the same phone. */
export interface HeldPhone {
  holder: Holder;
  person: Person;
  stored(): Record<string, string>;
}

/** Signs in on a new phone of that account. */
export async function holdPhone(
  running: RunningSandbox,
  people: string,
  account: string,
): Promise<HeldPhone> {
  const kept = new Map<StorageKey, string>();
  const { holder, platform } = await pickUpPhone(running, account, { storage: storageInMemory(kept) });
  const person = await readPerson(people, 'p01');
  platform.seen = { roll: rollOfPerson(person), speech: speechOf(person) };
  return { holder, person, stored: () => Object.fromEntries(kept) };
}

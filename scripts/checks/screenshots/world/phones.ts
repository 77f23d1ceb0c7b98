import { type Holder, startHolder } from '../../../../miniprogram/src/holder/holder.ts';
import { login } from '../../../../miniprogram/src/login/01-login.ts';
import type { Storage, StorageKey } from '../../../../miniprogram/src/platform/platform.ts';
import type { RunningSandbox } from '../../../sandbox/start-processes.ts';
import { rollOfPerson } from '../../../stand-ins/phone/camera-roll.ts';
import { type Person, readPerson } from '../../../stand-ins/phone/read-people.ts';
import { readTrust } from '../../../stand-ins/phone/read-trust.ts';
import { scriptedPlatform } from '../../../stand-ins/phone/scripted-platform.ts';
import { speechOf } from '../../../stand-ins/phone/speech.ts';

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
  const storage: Storage = {
    read: async (key) => kept.get(key),
    write: async (key, value) => void kept.set(key, value),
    remove: async (key) => void kept.delete(key),
  };
  const { platformUrl, bffUrl, sandbox } = running;
  const platform = scriptedPlatform({ platformUrl, account, storage });
  const person = await readPerson(people, 'p01');
  platform.stage = { roll: rollOfPerson(person), speech: speechOf(person) };
  const holder = await startHolder({ platform, bffUrl, trust: readTrust(sandbox) });
  await login(holder);
  return { holder, person, stored: () => Object.fromEntries(kept) };
}

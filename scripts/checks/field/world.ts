import { fileURLToPath } from 'node:url';
import type { Clock } from '../../../miniprogram/src/platform/platform.ts';
import type { RunningSandbox } from '../../sandbox/start-processes.ts';
import { startSandbox } from '../../sandbox/start-processes.ts';
import { type Counter, openCounter } from '../../stand-ins/counter/counter.ts';
import { type CounterSettings, readCounter } from '../../stand-ins/counter/read-counter.ts';
import { scriptAuthority } from '../../stand-ins/phone/ask-sandbox.ts';
import { rollOfPerson } from '../../stand-ins/phone/camera-roll.ts';
import { type Phone, pickUpPhone } from '../../stand-ins/phone/pick-up-phone.ts';
import { enrol } from '../../stand-ins/phone/play-journey.ts';
import { identityOf, type Person, readPerson } from '../../stand-ins/phone/read-people.ts';
import { speechOf } from '../../stand-ins/phone/speech.ts';
import { standInPlatform } from '../../stand-ins/phone/stand-in-platform.ts';
import type { PlayOf } from './case-file.ts';

const people = fileURLToPath(new URL('../../people', import.meta.url));
const realClock = standInPlatform({
  loginCode: () => Promise.reject(new Error('nobody logs in here')),
  openCamera: () => Promise.reject(new Error('no camera')),
  record: () => Promise.reject(new Error('no microphone')),
}).clock;

/** A whole sandbox with its real engines, a counter in it, and phones in the hands of synthetic citizens. */
export interface FieldWorld {
  sandbox: RunningSandbox;
  counter: Counter;
  /** What the counter was given when it was registered. */
  counterSettings: CounterSettings;
  person(citizen: string): Promise<Person>;
  /** The citizen's phone with a live credential; the same one each time, as long as nobody applied as the citizen elsewhere. */
  enrolled(citizen: string): Promise<Phone & { person: Person }>;
  /** A phone of nobody yet, logged in. */
  freshPhone(clock?: Clock): Promise<Phone>;
  /** What earlier plays left behind at the authority must not decide the next one. */
  forgive(): Promise<void>;
  close(): Promise<void>;
}

export async function openFieldWorld(data: string): Promise<FieldWorld> {
  const sandbox = await startSandbox({ data, people });
  const counterSettings = readCounter(sandbox.sandbox, 'cnt_sandbox-hotel-1', sandbox.bffUrl);
  const counter = await openCounter(counterSettings);
  const phones = new Map<string, Phone & { person: Person }>();
  let accounts = 0;
  const person = (citizen: string) => readPerson(people, citizen);
  return {
    ...{ sandbox, counter, counterSettings, person },
    async enrolled(citizen) {
      const known = phones.get(citizen);
      if (known !== undefined) return known;
      const played = await person(citizen);
      const phone = { ...(await pickUpPhone(sandbox, citizen)), person: played };
      phone.platform.seen = { roll: rollOfPerson(played), speech: speechOf(played) };
      await enrol(phone.holder, { identity: identityOf(played) });
      phones.set(citizen, phone);
      return phone;
    },
    async freshPhone(clock) {
      accounts += 1;
      return await pickUpPhone(sandbox, `field-${accounts}`, {
        prepare: (platform) => Object.assign(platform, clock === undefined ? {} : { clock }),
      });
    },
    async forgive() {
      await scriptAuthority(sandbox, { name: 'forgive' });
      await scriptAuthority(sandbox, { name: 'forget-samples' });
    },
    async close() {
      counter.close();
      await sandbox.stop();
    },
  };
}

/** The clock of a phone that is so much off. */
export function clockOff(off: PlayOf<'log-in'>['clock']): Clock {
  const ahead = 'day' in off ? Date.parse(`${off.day}T04:00:00Z`) - Date.now() : off.seconds * 1000;
  return { now: () => realClock.now() + ahead, after: realClock.after };
}

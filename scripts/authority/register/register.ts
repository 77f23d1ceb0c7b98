import { createHash, createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Deciders } from '../deciders.ts';
import type { FaceReference } from '../engines/face/types.ts';
import type { VoiceReference } from '../engines/voice/types.ts';
import type { Store } from '../store/open-store.ts';
import type { Person } from '../store/people-table.ts';
import type { Citizen } from './read-citizens.ts';

/** The population register of the sandbox, and the voices that a speaker is compared with. */
export interface Register {
  /** The keyed hash that stands for a citizen, and what the register knows of number and name. */
  look(number: string, name: string): { person: string; known: boolean; nameFits: boolean };
  /** What the ID photo of a known citizen says; read when it is first asked for, then stored. */
  photoReference(person: string): Promise<FaceReference>;
  /** Voices of everybody else: of those who have enrolled and of the synthetic citizens. */
  cohort(person: string): Promise<VoiceReference[]>;
  /** Name and number of a citizen; only those of the register's own seed are kept in plain, and in memory. */
  identityOf(person: string): { name: string; idNumber: string } | undefined;
  newPerson(number: string, name: string, photo: Uint8Array, reference: FaceReference): Person;
  /** Reads all photos and voices of the synthetic citizens ahead of the first question. */
  warm(): Promise<void>;
}

interface Needs {
  store: Store;
  deciders: Deciders;
  /** 32 bytes that turn ID numbers into what the store may hold. */
  pepper: Uint8Array;
  citizens: Citizen[];
}

const enrolmentDigits = '0123456789'.repeat(3);

/** Seeds the register with the synthetic citizens. */
export function openRegister({ store, deciders, pepper, citizens }: Needs): Register {
  const hash = (...words: string[]) =>
    createHmac('sha256', pepper).update(JSON.stringify(words)).digest('base64url');
  const personOf = (number: string) => hash('person', number);
  const nameCheckOf = (number: string, name: string) => hash('name', number, name);
  const seeded = new Map(citizens.map((citizen) => [personOf(citizen.idNumber), citizen]));
  const reading = new Map<string, Promise<FaceReference>>();
  const listening = new Map<string, Promise<VoiceReference | undefined>>();

  for (const [person, { idNumber, name, photoDigest }] of seeded) {
    store.people.put({
      person,
      nameCheck: nameCheckOf(idNumber, name),
      photoDigest,
      photoReference: undefined,
    });
  }

  async function readPhoto(person: string): Promise<FaceReference> {
    const stored = store.people.find(person)?.photoReference;
    if (stored !== undefined) return stored;
    const citizen = seeded.get(person);
    if (citizen === undefined) throw new TypeError('the register has no photo of this person');
    const read = await deciders.readPhoto(await readFile(citizen.photoPath));
    if (!read.ok) throw new TypeError(`ID photo of ${citizen.id}: ${read.findings.join(', ')}`);
    store.people.keepPhotoReference(person, read.reference);
    return read.reference;
  }

  async function readVoice({ voicePath }: Citizen): Promise<VoiceReference | undefined> {
    if (voicePath === undefined) return undefined;
    const wav = await readFile(voicePath);
    const digest = createHash('sha256').update(wav).digest('base64url');
    const stored = store.voices.find(digest);
    if (stored !== undefined) return stored;
    const enrolled = await deciders.enrolVoice(wav, enrolmentDigits);
    if (!enrolled.ok) return undefined;
    store.voices.put(digest, enrolled.reference);
    return enrolled.reference;
  }

  const photoReference = (person: string) => once(reading, person, () => readPhoto(person));
  const voiceOf = (person: string, citizen: Citizen) => once(listening, person, () => readVoice(citizen));

  return {
    look(number, name) {
      const person = personOf(number);
      const found = store.people.find(person);
      return { person, known: found !== undefined, nameFits: found?.nameCheck === nameCheckOf(number, name) };
    },
    photoReference,
    async cohort(person) {
      const enrolled = store.credentials.voicesOfOthers(person);
      const synthetic: (VoiceReference | undefined)[] = [];
      for (const [other, citizen] of seeded) {
        if (other === person || enrolled.some((voice) => voice.person === other)) continue;
        synthetic.push(await voiceOf(other, citizen));
      }
      return [...enrolled.map(({ voice }) => voice), ...synthetic.filter((voice) => voice !== undefined)];
    },
    identityOf(person) {
      const citizen = seeded.get(person);
      return citizen && { name: citizen.name, idNumber: citizen.idNumber };
    },
    newPerson: (number, name, photo, reference) => ({
      person: personOf(number),
      nameCheck: nameCheckOf(number, name),
      photoDigest: createHash('sha256').update(photo).digest('base64url'),
      photoReference: reference,
    }),
    async warm() {
      for (const [person, citizen] of seeded) {
        await photoReference(person);
        await voiceOf(person, citizen);
      }
    },
  };
}

/** Does the work for each key once; a failure is forgotten, so that the next caller tries again. */
function once<T>(begun: Map<string, Promise<T>>, key: string, work: () => Promise<T>): Promise<T> {
  const earlier = begun.get(key);
  if (earlier !== undefined) return earlier;
  const result = work();
  begun.set(key, result);
  result.catch(() => begun.delete(key));
  return result;
}

import { createHash, createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { readPersonName } from '../../../shared/person-name.ts';
import { birthDateIn } from '../../../shared/resident-id.ts';
import { isTemplateOf } from '../engines/guard-engines.ts';
import type { Register } from '../ports/authority-ports.ts';
import type { Engines, Template } from '../ports/engines.ts';
import type { Store } from '../ports/store.ts';
import type { Citizen } from './read-citizens.ts';

interface Needs {
  store: Store;
  engines: Engines;
  /** 32 bytes that turn ID numbers into what the store may hold. */
  pepper: Uint8Array;
  citizens: Citizen[];
}

const enrolmentDigits = '0123456789'.repeat(3);

/** Seeds the register with the synthetic citizens. */
export function openRegister({ store, engines, pepper, citizens }: Needs): Register {
  const hash = (...words: string[]) =>
    createHmac('sha256', pepper).update(JSON.stringify(words)).digest('base64url');
  /** The check character of a number may be written as a small x. */
  const personOf = (number: string) => hash('person', number.toUpperCase());
  /** All ways of writing one name have one check. */
  const nameCheckOf = (number: string, name: string) => {
    const read = readPersonName(name);
    return hash('name', number.toUpperCase(), read.ok ? read.canonical : name);
  };
  const seeded = new Map(citizens.map((citizen) => [personOf(citizen.idNumber), citizen]));
  const reading = new Map<string, Promise<Template | undefined>>();
  const listening = new Map<string, Promise<Template | undefined>>();

  for (const [person, { idNumber, name, photoDigest }] of seeded) {
    store.people.put({
      person,
      nameCheck: nameCheckOf(idNumber, name),
      photoDigest,
      photo: undefined,
      byApplication: false,
      born: birthDateIn(idNumber),
    });
  }

  async function readPhoto(person: string): Promise<Template | undefined> {
    const stored = store.people.find(person)?.photo;
    const citizen = seeded.get(person);
    if (stored !== undefined && (citizen === undefined || isTemplateOf(engines.face.id, stored)))
      return stored;
    if (citizen === undefined) throw new TypeError('the register has no photo of this person');
    const read = await engines.face.readPhoto(await readFile(citizen.photoPath));
    if (!read.ok) return undefined;
    store.people.keepPhoto(person, read.template);
    return read.template;
  }

  async function readVoice({ voicePath }: Citizen): Promise<Template | undefined> {
    if (voicePath === undefined) return undefined;
    const wav = await readFile(voicePath);
    const digest = createHash('sha256').update(wav).digest('base64url');
    const stored = store.voices.find(digest);
    if (stored !== undefined && isTemplateOf(engines.voice.id, stored)) return stored;
    const enrolled = await engines.voice.enrol(wav, enrolmentDigits);
    if (!enrolled.ok) return undefined;
    store.voices.put(digest, enrolled.template);
    return enrolled.template;
  }

  const photoOf = (person: string) => once(reading, person, () => readPhoto(person));
  const voiceOf = (person: string, citizen: Citizen) => once(listening, person, () => readVoice(citizen));

  return {
    look(number, name) {
      const person = personOf(number);
      const found = store.people.find(person);
      return { person, known: found !== undefined, nameFits: found?.nameCheck === nameCheckOf(number, name) };
    },
    photoOf,
    async anyPhoto() {
      const [someone] = seeded.keys();
      if (someone === undefined) throw new TypeError('the register is empty');
      return await photoOf(someone);
    },
    async cohort(person) {
      const enrolled = store.credentials.voicesOfOthers(person);
      const synthetic: (Template | undefined)[] = [];
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
    newPerson: (number, name, photo, template) => ({
      person: personOf(number),
      nameCheck: nameCheckOf(number, name),
      photoDigest: createHash('sha256').update(photo).digest('base64url'),
      photo: template,
      byApplication: true,
      born: birthDateIn(number),
    }),
    async warm() {
      for (const [person, citizen] of seeded) {
        await photoOf(person);
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

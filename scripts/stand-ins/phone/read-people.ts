import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flag, type Guard, list, record, text, whole } from '../../../miniprogram/src/holder/guards.ts';
import type { Identity } from '../../../shared/sample/samples.ts';

/** A synthetic citizen; all files with their whole path. */
export interface Person {
  id: string;
  name: string;
  idNumber: string;
  idPhoto: string;
  face: { verification: string[]; actions: Map<string, string> };
  voice: { enrolment: string; segments: Segment[]; phrases: Phrase[] };
}

/** Where in the enrolment a digit is spoken, in seconds. */
export interface Segment {
  digit: number;
  start: number;
  end: number;
}

/** A recording made for the challenge `prompt`; what is heard in it is `spoken`. */
export interface Phrase {
  file: string;
  prompt: string;
  spoken: string;
  match: boolean;
}

const isPerson = record({
  id: text(/^[A-Za-z0-9_-]+$/),
  name: text(),
  idNumber: text(),
  face: record({
    idPhoto: text(),
    verification: list(text(), 1),
    actions: isTexts,
  }),
  voice: record({ enrolment: text(), enrolmentSegments: text(), verification: text() }),
});

const isSegments = record({
  segments: list(record({ digit: whole(0), start: isNumber, end: isNumber }), 1, 1_000),
});
const isPhrases = list(
  record({ file: text(), prompt: text(/^[0-9]+$/), spoken: text(/^[0-9]+$/), match: flag }),
  0,
  1_000,
);

/**
 * The folders of a people folder that hold a `person.json`, in the order of their names. Children (`c01` ...) are left out unless asked for: their faces and
 * voices are made of others', so that they are no measure of who is taken for whom.
 */
export async function listPeople(folder: string, withChildren = false): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  const held = await Promise.all(
    names.map(async (name) => ({ name, files: await readdir(join(folder, name)) })),
  );
  return held
    .filter(({ files }) => files.includes('person.json'))
    .map(({ name }) => name)
    .filter((name) => withChildren || !/^c\d+$/.test(name))
    .sort();
}

/** Reads one citizen with every file that the demo will play. @throws Error that names what is missing */
export async function readPerson(folder: string, name: string): Promise<Person> {
  const home = join(folder, name);
  const { id, name: fullName, idNumber, face, voice } = await readJson(join(home, 'person.json'), isPerson);
  const inHome = (file: string) => join(home, file);
  const phrasesFile = inHome(voice.verification);
  const phrases = await readJson(phrasesFile, isPhrases);
  const person: Person = {
    ...{ id, idNumber },
    name: fullName,
    idPhoto: inHome(face.idPhoto),
    face: {
      verification: face.verification.map(inHome),
      actions: new Map(Object.entries(face.actions).map(([action, file]) => [action, inHome(file)])),
    },
    voice: {
      enrolment: inHome(voice.enrolment),
      segments: (await readJson(inHome(voice.enrolmentSegments), isSegments)).segments,
      phrases: phrases.map((phrase) => ({ ...phrase, file: join(phrasesFile, '..', phrase.file) })),
    },
  };
  for (const file of filesOf(person)) await readFile(file);
  return person;
}

/** What the citizen types into the form. Synthetic cards never run out. */
export function identityOf({ name, idNumber }: Person): Identity {
  return { name, idNumber, validUntil: 'long-term' };
}

/** Reads a JSON file of that form. @throws Error that names the file, when it is missing or different */
export async function readJson<T>(file: string, guard: Guard<T>): Promise<T> {
  const value: unknown = JSON.parse(await readFile(file, 'utf8'));
  if (!guard(value)) throw new Error(`${file} does not have the form of such a file`);
  return value;
}

function filesOf({ idPhoto, face, voice }: Person): string[] {
  const phrases = voice.phrases.map(({ file }) => file);
  const needed = ['left', 'right', 'nod', 'mouth'].map((action) => {
    const file = face.actions.get(action);
    if (file === undefined) throw new Error(`no picture of the action ${action}`);
    return file;
  });
  return [idPhoto, ...face.verification, ...needed, voice.enrolment, ...phrases];
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isTexts(value: unknown): value is Record<string, string> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.values(value).every((item) => typeof item === 'string')
  );
}

import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asId } from '../../../shared/ids.ts';
import { passingEngines, template } from '../engines/passing-engines.fixture.ts';
import type { Store } from '../ports/store.ts';
import { openStore } from '../store/open-store.ts';
import { newCredential } from './credential-standing.ts';
import { readCitizens } from './read-citizens.ts';
import { openRegister } from './register.ts';

const pepper = new Uint8Array(32).fill(1);
let folder: string;
let store: Store;
let photosRead: number;
let voicesRead: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lz-register-'));
  photosRead = 0;
  voicesRead = 0;
  store = openStore(':memory:');
  for (const id of ['p01', 'p02']) addCitizen(id, `photo of ${id}`);
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true });
});

function addCitizen(id: string, photo: string): void {
  mkdirSync(join(folder, id), { recursive: true });
  writeFileSync(join(folder, id, 'photo.jpg'), photo);
  writeFileSync(join(folder, id, 'voice.wav'), `voice of ${id}`);
  const person = { id, name: `name ${id}`, idNumber: `number ${id}`, synthetic: true };
  const files = { face: { idPhoto: 'photo.jpg' }, voice: { enrolment: 'voice.wav' } };
  writeFileSync(join(folder, id, 'person.json'), JSON.stringify({ ...person, ...files }));
}

const skipped: string[] = [];
const open = () =>
  openRegister({
    store,
    pepper,
    citizens: readCitizens(folder, (name) => skipped.push(name)),
    engines: passingEngines({
      face: {
        async readPhoto(jpeg) {
          photosRead += 1;
          return { ok: true, template: template(jpeg.length) };
        },
      },
      voice: {
        async enrol(wav) {
          voicesRead += 1;
          return { ok: true, template: template(createHash('sha256').update(wav).digest().readUInt8()) };
        },
      },
    }),
  });

describe('the population register', () => {
  it('leaves out a damaged citizen and keeps the others', () => {
    mkdirSync(join(folder, 'p99'));
    writeFileSync(join(folder, 'p99', 'person.json'), '{"id":');
    expect(open().look('number p01', 'name p01').known).toBe(true);
    expect(skipped).toEqual(['p99']);
  });

  it('knows the citizens of the folder by number and name together', () => {
    const register = open();
    expect(register.look('number p01', 'name p01')).toMatchObject({ known: true, nameFits: true });
    expect(register.look('number p01', 'name p02')).toMatchObject({ known: true, nameFits: false });
    expect(register.look('number p03', 'name p03')).toMatchObject({ known: false, nameFits: false });
  });

  it('knows a citizen whose number was written with a small x', () => {
    addCitizen('p03x', 'photo');
    expect(open().look('NUMBER P03X', 'name p03x')).toMatchObject({ known: true, nameFits: true });
  });

  it('knows one name by all ways of writing it', () => {
    expect(open().look('number p01', 'NAME  P01\u200b')).toMatchObject({ known: true, nameFits: true });
  });

  it('reads each photo and voice once, over restarts too', async () => {
    await open().warm();
    const { person } = open().look('number p01', 'name p01');
    await Promise.all([open().warm(), open().photoOf(person)]);
    expect([photosRead, voicesRead]).toEqual([2, 2]);
  });

  it('reads a photo again when it was replaced', async () => {
    await open().warm();
    addCitizen('p01', 'a longer photo of p01');
    const register = open();
    const { person } = register.look('number p01', 'name p01');
    expect(await register.photoOf(person)).toEqual(template('a longer photo of p01'.length));
  });

  it('compares a voice with everybody else, by their own enrolment where they have one', async () => {
    const register = open();
    const { person: first } = register.look('number p01', 'name p01');
    const { person: second } = register.look('number p02', 'name p02');
    const synthetic = await register.cohort(first);
    expect(synthetic).toHaveLength(1);
    const own = template(99);
    store.credentials.issue({
      handle: asId('crd', `crd_${'A'.repeat(22)}`),
      person: second,
      level: 'basic',
      ...newCredential,
      device: undefined,
      since: 0,
      hasVoice: true,
      face: undefined,
      voice: own,
    });
    expect(await register.cohort(first)).toEqual([own]);
    expect(await register.cohort(second)).toHaveLength(1);
  });
});

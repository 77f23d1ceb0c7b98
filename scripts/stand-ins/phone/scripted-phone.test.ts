import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeWav } from '../../../shared/sample/decode-wav.ts';
import { rollOfPerson } from './camera-roll.ts';
import { listAttacks, readAttacks } from './read-attacks.ts';
import { listPeople, readPerson } from './read-people.ts';
import { scriptedCamera } from './scripted-camera.ts';
import { speechFromFile, speechOf } from './speech.ts';

const people = fileURLToPath(new URL('../../people', import.meta.url));

describe('the people folder', () => {
  it('has fourteen citizens, each complete', async () => {
    const names = await listPeople(people);
    const fourteen = Array.from({ length: 14 }, (_, index) => `p${String(index + 1).padStart(2, '0')}`);
    expect(names).toEqual(fourteen);
    for (const name of [...names, 'c01', 'c02']) expect((await readPerson(people, name)).id).toBe(name);
  });

  it('has named lists of frames against some of them', async () => {
    expect(await listAttacks(people)).toEqual(['p01', 'p02', 'p05']);
    const { frames, voices } = await readAttacks(people, 'p01');
    expect(frames.map(({ name }) => name)).toEqual(['print', 'screen', 'staticReplay']);
    expect(voices).toEqual([]);
    expect(await readAttacks(people, 'p03')).toEqual({ frames: [], voices: [] });
  });
});

describe('the scripted camera', () => {
  it('never gives the same bytes twice, and gives frames of the size of a phone', async () => {
    const person = await readPerson(people, 'p01');
    const camera = scriptedCamera(rollOfPerson(person));
    const frames = [
      ...(await camera.watch({ prompt: null, frames: 3, longest: 1_000 })),
      ...(await camera.watch({ prompt: 'turn-left', frames: 4, longest: 1_000 })),
    ];
    expect(new Set(frames.map(({ jpeg }) => Buffer.from(jpeg).toString('base64'))).size).toBe(7);
    expect(frames.every((frame, i) => i === 0 || frame.at > (frames[i - 1]?.at ?? 0))).toBe(true);
    const { width, height, format } = await sharp(frames[0]?.jpeg).metadata();
    expect({ width, height, format }).toEqual({ width: 480, height: 640, format: 'jpeg' });
    const bytes = frames.reduce((sum, { jpeg }) => sum + jpeg.length, 0);
    expect(bytes).toBeLessThan(400_000);
  });
});

describe('the scripted microphone', () => {
  it('reads the enrolment for all ten digits three times', async () => {
    const person = await readPerson(people, 'p01');
    const sound = decodeWav(await speechOf(person)('0123456789'.repeat(3)));
    expect(sound?.rate).toBe(16_000);
    expect((sound?.samples.length ?? 0) / 16_000).toBeGreaterThan(12);
  });

  it('reads a recorded phrase, at another level each time', async () => {
    const person = await readPerson(people, 'p01');
    const first = await speechOf(person)('141240');
    const again = await speechOf(person)('141240');
    expect(first.length).toBe(again.length);
    expect(Buffer.from(first).equals(again)).toBe(false);
  });

  it('composes digits that were never recorded together', async () => {
    const person = await readPerson(people, 'p01');
    const sound = decodeWav(await speechOf(person)('999000'));
    const seconds = (sound?.samples.length ?? 0) / 16_000;
    expect(seconds).toBeGreaterThan(6 * 0.3);
    expect(seconds).toBeLessThan(6 * 0.8);
  });

  describe('with a recording of another kind', () => {
    let folder = '';
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'liangzheng-'));
    });
    afterAll(async () => {
      await rm(folder, { recursive: true });
    });

    it('plays it as it is', async () => {
      const file = join(folder, 'x.wav');
      await writeFile(file, 'not a wav at all');
      expect(Buffer.from(await speechFromFile(file)('1')).toString()).toBe('not a wav at all');
    });
  });
});

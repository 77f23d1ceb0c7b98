import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeWav } from '../../../../shared/sample/decode-wav.ts';
import { loudness, meterLevel } from '../../platform/microphone/speech-end.ts';
import { adviseVoice } from './advise-voice.ts';

const people = join(import.meta.dirname, '..', '..', '..', '..', 'scripts', 'people');
/** Samples of one block at 16 kHz, as long as a browser's. */
const block = 683;

/** What the meter shows of a recording, made softer or with noise added (a share of full scale). */
function levelsOf(file: string, { softer = 1, noise = 0 } = {}) {
  const sound = decodeWav(readFileSync(file));
  if (sound === undefined) throw new Error(`${file} is no WAV`);
  let seed = 1;
  const hiss = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return noise * ((2 * seed) / 2_147_483_647 - 1);
  };
  const samples = Float32Array.from(sound.samples, (it) => (it / 32_768) * softer + hiss());
  const levels: number[] = [];
  for (let at = 0; at + block <= samples.length; at += block) {
    levels.push(meterLevel(loudness(samples.subarray(at, at + block))));
  }
  return { loudest: Math.max(...levels), quietest: Math.min(...levels) };
}

const recordings = readdirSync(people)
  .filter((name) => /^p\d+$/.test(name))
  .flatMap((person) =>
    readdirSync(join(people, person, 'voice'))
      .filter((file) => file.endsWith('.wav'))
      .map((file) => join(people, person, 'voice', file)),
  );

describe('the advice to who reads digits', () => {
  it('is none for any recording of the synthetic citizens', () => {
    expect(recordings.length).toBe(138);
    expect(recordings.filter((file) => adviseVoice(levelsOf(file), 5_000) !== 'fine')).toEqual([]);
  });

  it('is to speak louder where hardly anything is heard', () => {
    const advised = recordings.map((file) => adviseVoice(levelsOf(file, { softer: 0.02 }), 5_000));
    expect(new Set(advised)).toEqual(new Set(['tooQuiet']));
  });

  it('is to come closer where the room is almost as loud as the voice', () => {
    const advised = recordings.map((file) => adviseVoice(levelsOf(file, { noise: 0.15 }), 5_000));
    expect(new Set(advised)).toEqual(new Set(['tooNoisy']));
  });

  it('is what spoils the sound itself, before anything else', () => {
    expect(adviseVoice({ loudest: 0.1, quietest: 0.1 }, 5_000, 'headset')).toBe('headset');
    expect(adviseVoice({ loudest: 0.9, quietest: 0.1 }, 5_000, 'tooLoud')).toBe('tooLoud');
    expect(adviseVoice({ loudest: 0.9, quietest: 0.1 }, 1_000, 'tooLoud')).toBe('fine');
  });

  it('is none before the person has had time to speak', () => {
    expect(adviseVoice({ loudest: 0.1, quietest: 0.1 }, 1_000)).toBe('fine');
  });
});

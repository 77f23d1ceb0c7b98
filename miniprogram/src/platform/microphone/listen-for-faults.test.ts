import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeWav } from '../../../../shared/sample/decode-wav.ts';
import { listenForFaults } from './listen-for-faults.ts';
import { resample } from './resample.ts';
import { loudness } from './speech-end.ts';

const scripts = join(import.meta.dirname, '..', '..', '..', '..', 'scripts');

function soundOf(...path: string[]): { samples: Float32Array; rate: number } {
  const sound = decodeWav(readFileSync(join(scripts, ...path)));
  if (sound === undefined) throw new Error(`${path.join('/')} is no WAV`);
  return { samples: Float32Array.from(sound.samples, (it) => it / 32_768), rate: sound.rate };
}

const faultOf = ({ samples, rate }: ReturnType<typeof soundOf>) => listenForFaults(rate)(samples);

describe('the faults of a recording', () => {
  it('are none in what the synthetic citizens say, nor in silence', () => {
    for (const id of ['p01', 'p02', 'p03', 'p04', 'p05', 'p06', 'p07', 'p08']) {
      expect(faultOf(soundOf('people', id, 'voice', 'verify-1.wav')), id).toBeUndefined();
    }
    expect(listenForFaults(16_000)(new Float32Array(16_000))).toBeUndefined();
  });

  it('are told where it is cut off', () => {
    expect(faultOf(soundOf('checks', 'field', 'cases', 'voice-clipped', 'phrase.wav'))).toBe('tooLoud');
  });

  it('are told where an old headset sends it, at whatever rate the phone makes of that', () => {
    const { samples, rate } = soundOf('checks', 'field', 'cases', 'voice-bluetooth-8k', 'phrase.wav');
    for (const to of [16_000, 48_000]) {
      expect(faultOf({ samples: resample(samples.subarray(0, 12_000), rate, to), rate: to }), `${to}`).toBe(
        'headset',
      );
    }
  });
});

it('a constant offset is no loudness', () => {
  const offset = new Float32Array(683).fill(0.05);
  expect(loudness(offset)).toBeLessThan(1e-6);
});

import { randomBytes, randomInt } from 'node:crypto';

/** Sound of one channel: 16-bit samples at `rate` hertz. */
export interface Sound {
  rate: number;
  samples: Int16Array;
}

/** The largest noise added, in steps of 16-bit sound: about -72 dB, well below any room. */
const noise = 8;

/** A sound as a microphone would take it: never quite the same gain, and a faint noise of its own. */
export function varySound({ rate, samples }: Sound): Sound {
  const decibels = (randomInt(2_001) - 1_000) / 1_000;
  const gain = 10 ** (decibels / 20);
  const dice = randomBytes(samples.length);
  const varied = samples.map((sample, i) => {
    const value = Math.round(sample * gain + ((dice[i] ?? 0) / 255 - 0.5) * 2 * noise);
    return Math.max(-32_768, Math.min(32_767, value));
  });
  return { rate, samples: varied };
}

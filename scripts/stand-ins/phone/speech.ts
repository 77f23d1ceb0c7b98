import { randomBytes, randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { decodeWav } from '../../../shared/sample/decode-wav.ts';
import { encodeWav } from '../../../shared/sample/encode-wav.ts';
import type { Person, Segment } from './read-people.ts';

/** Sound of one channel: 16-bit samples at `rate` hertz. */
interface Sound {
  rate: number;
  samples: Int16Array;
}

/** What a scripted microphone hears when these digits are to be read aloud: a WAV. */
export type Speech = (digits: string) => Promise<Uint8Array>;

/** Seconds kept of the quiet around a digit, and added between two. */
const margin = 0.05;
const pause = 0.08;

/**
 * The citizen reads what is asked for: the enrolment as it was recorded, a phrase recorded for these digits, or one
 * composed of digits of the enrolment.
 */
export function speechOf({ voice }: Person): Speech {
  return async (digits) => {
    if (digits === voice.segments.map(({ digit }) => digit).join('')) return await play(voice.enrolment);
    const phrase = voice.phrases.find(({ match, spoken }) => match && spoken === digits);
    if (phrase !== undefined) return await play(phrase.file);
    const bank = decodeWav(await readFile(voice.enrolment));
    if (bank?.channels !== 1) throw new Error(`${voice.enrolment} is no plain WAV`);
    return varied(compose(bank, voice.segments, digits));
  };
}

/** Whatever is asked for, this recording is played. */
export function speechFromFile(file: string): Speech {
  return async () => await play(file);
}

async function play(file: string): Promise<Uint8Array> {
  const wav = new Uint8Array(await readFile(file));
  const sound = decodeWav(wav);
  return sound?.channels === 1 ? varied(sound) : wav;
}

function varied(sound: Sound): Uint8Array {
  const { rate, samples } = varySound(sound);
  return encodeWav(samples, rate);
}

function compose({ rate, samples }: Sound, segments: readonly Segment[], digits: string): Sound {
  const quiet = new Int16Array(Math.round(pause * rate));
  const pieces = [...digits].flatMap((digit) => {
    const spoken = segments.filter((segment) => String(segment.digit) === digit);
    const chosen = spoken.length > 0 ? spoken[randomInt(spoken.length)] : undefined;
    if (chosen === undefined) throw new Error(`the enrolment has no ${digit}`);
    const start = Math.max(0, Math.round((chosen.start - margin) * rate));
    return [samples.subarray(start, Math.round((chosen.end + margin) * rate)), quiet];
  });
  const joined = new Int16Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return { rate, samples: joined };
}

/** The largest noise added, in steps of 16-bit sound: about -72 dB, well below any room. */
const noise = 8;

/** A sound as a microphone would take it: never quite the same gain, and a faint noise of its own. */
function varySound({ rate, samples }: Sound): Sound {
  const decibels = (randomInt(2_001) - 1_000) / 1_000;
  const gain = 10 ** (decibels / 20);
  const dice = randomBytes(samples.length);
  const varied = samples.map((sample, i) => {
    const value = Math.round(sample * gain + ((dice[i] ?? 0) / 255 - 0.5) * 2 * noise);
    return Math.max(-32_768, Math.min(32_767, value));
  });
  return { rate, samples: varied };
}

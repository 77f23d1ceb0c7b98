import * as limits from '../limits.ts';
import { readPersonName } from '../person-name.ts';
import { isCalendarDate } from '../resident-id.ts';
import { readCount } from './manifest.ts';

/** One picture of the capture. */
export interface FaceFrame {
  /** Milliseconds since the capture began, never less than in the frame before. */
  atMs: number;
  /** Which prompt of the challenge was on the screen, from 0, or null when none was. */
  prompt: number | null;
  jpeg: Uint8Array;
}

/**
 * What a recorder was asked to write. `pcm` is bare: 16 bits, little endian, one channel, `limits.voiceRate` samples a second.
 * What it has really written is for the authority to find out.
 */
export const voiceContainers = ['wav', 'pcm', 'mp3', 'aac', 'mp4', 'webm', 'ogg', 'flac', 'amr'] as const;
export type VoiceContainer = (typeof voiceContainers)[number];

export interface VoiceRecording {
  /** What the recorder was asked for. */
  container: VoiceContainer;
  recording: Uint8Array;
}

/** What a holder types in. The authority compares it with its register; here only the shape is checked. */
export interface Identity {
  /** As it was written: what `readPersonName` takes, without white space at the ends. */
  name: string;
  /** 18 characters, upper-case X; `parseResidentId` says more. */
  idNumber: string;
  /** YYYY-MM-DD, or `long-term`. */
  validUntil: string;
}

/** A capture ends long before its challenge does. */
const maxAtMs = 10 * limits.challengeLifetime;
const maxPrompt = 9;

/**
 * Time and prompt of a frame that follows one of the time `earliest`.
 * @throws RangeError where a face sample may not have such a frame
 */
export function checkFrame(
  { atMs, prompt }: { atMs: unknown; prompt: unknown },
  earliest: number,
): Pick<FaceFrame, 'atMs' | 'prompt'> {
  return {
    atMs: readCount(atMs, earliest, maxAtMs, 'frame time'),
    prompt: prompt === null ? null : readCount(prompt, 0, maxPrompt, 'prompt'),
  };
}

/** @throws RangeError where an identity sample may not say so */
export function checkIdentity(said: { name: unknown; idNumber: unknown; validUntil: unknown }): Identity {
  const { name, idNumber, validUntil } = said;
  if (typeof name !== 'string' || !isName(name)) throw new RangeError('identity: name out of form');
  if (typeof idNumber !== 'string' || !/^[0-9]{17}[0-9X]$/.test(idNumber)) {
    throw new RangeError('identity: ID number out of form');
  }
  if (typeof validUntil !== 'string' || !(validUntil === 'long-term' || isCalendarDate(validUntil))) {
    throw new RangeError('identity: validity out of form');
  }
  return { name, idNumber, validUntil };
}

function isName(name: string): boolean {
  const read = readPersonName(name);
  return read.ok && read.written === name;
}

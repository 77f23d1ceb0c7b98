import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Platform } from '../../../../miniprogram/src/platform/platform.ts';
import { decodeWav } from '../../../../shared/sample/decode-wav.ts';
import { encodeWav } from '../../../../shared/sample/encode-wav.ts';
import { type VoiceContainer, voiceContainers } from '../../../../shared/sample/samples.ts';
import { onAnotherDay } from '../../../stand-ins/phone/on-another-day.ts';
import type { Person } from '../../../stand-ins/phone/read-people.ts';
import { speechOf } from '../../../stand-ins/phone/speech.ts';
import type { Voice } from '../case-file.ts';

/** Seconds of quiet around a digit that was fed. */
const quiet = 0.1;

const devices = join(import.meta.dirname, '..', '..', 'h5-runs', 'fake-devices');

/** A microphone that hears a recording of the case's folder, byte for byte, or the citizen's own digits with those fed among them. */
export async function feedMicrophone(
  person: Person,
  folder: string,
  { file, digitFiles = {}, digits }: Voice,
): Promise<Pick<Platform, 'record'>> {
  if (file === undefined) {
    const recording = await speakWith(person, folder, digitFiles, digits);
    return { record: async () => ({ container: 'wav', recording: recording.slice() }) };
  }
  const recording = new Uint8Array(await readFile(join(folder, file)));
  const container = containerOf(file);
  return { record: async () => ({ container, recording: recording.slice() }) };
}

/** What a phone that asked for the format of the file calls it. */
function containerOf(file: string): VoiceContainer {
  const ending = extname(file).slice(1);
  const container = voiceContainers.find((known) => known === ending);
  if (container === undefined) throw new Error(`${file}: no phone records ${ending}`);
  return container;
}

/** The phrase composed of what the citizen said on another day, to whose end the fed digits were added. */
async function speakWith(
  person: Person,
  folder: string,
  digitFiles: Record<string, string>,
  digits: string,
): Promise<Uint8Array> {
  const own = await mkdtemp(join(tmpdir(), 'lz-field-voice-'));
  try {
    const { voice } = await onAnotherDay(person, devices);
    let { rate, samples } = await readSound(voice.enrolment);
    let segments = voice.segments;
    for (const [digit, file] of Object.entries(digitFiles)) {
      const fed = await readSound(join(folder, file));
      if (fed.rate !== rate) throw new Error(`${file} is not of ${rate} Hz`);
      const gap = Math.round(quiet * rate);
      const start = (samples.length + gap) / rate;
      const longer = new Int16Array(samples.length + fed.samples.length + 2 * gap);
      longer.set(samples);
      longer.set(fed.samples, samples.length + gap);
      samples = longer;
      const spoken = { digit: Number(digit), start, end: start + fed.samples.length / rate };
      segments = [...segments.filter((segment) => segment.digit !== spoken.digit), spoken];
    }
    const enrolment = join(own, 'bank.wav');
    await writeFile(enrolment, encodeWav(samples, rate));
    return await speechOf({ ...person, voice: { enrolment, segments, phrases: [] } })(digits);
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

async function readSound(file: string): Promise<{ rate: number; samples: Int16Array }> {
  const sound = decodeWav(await readFile(file));
  if (sound?.channels !== 1) throw new Error(`${file} is no plain WAV`);
  return sound;
}

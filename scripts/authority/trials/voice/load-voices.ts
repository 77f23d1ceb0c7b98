import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { enrolVoice } from '../../engines/voice/enrol-voice.ts';
import { findSpeech } from '../../engines/voice/find-speech.ts';
import { readWav } from '../../engines/voice/read-wav.ts';
import { resample } from '../../engines/voice/resample.ts';
import { analyse, analysisRate, hop } from '../../engines/voice/spectrum.ts';
import type { VoiceReference } from '../../engines/voice/types.ts';

/** One recorded phrase of a citizen: what was asked, what was said, the samples at 16 kHz. */
export interface Phrase {
  file: string;
  prompt: string;
  spoken: string;
  samples: Float64Array;
}

/** A citizen's voice as the measurements use it; `bank`: single digits, said on the enrolment day or the later one. */
export interface Voice {
  id: string;
  reference: VoiceReference;
  phrases: Phrase[];
  /** Phrases in which a digit is read in another way than it was enrolled; of some citizens only. */
  readOtherwise: Phrase[];
  enrolmentBank: Map<number, Float64Array[]>;
  laterBank: Map<number, Float64Array[]>;
}

const ten = '0123456789';

function samplesOf(path: string): Float64Array {
  const recording = readWav(readFileSync(path));
  if (typeof recording === 'string') throw new Error(`${path}: ${recording}`);
  return resample(recording.samples, recording.rate, analysisRate);
}

/** Cuts a recording into digits where the pauses allow it and adds them to the bank. */
function addDigits(bank: Map<number, Float64Array[]>, samples: Float64Array, digits: string): void {
  const { level } = analyse(samples);
  const loud = level.toSorted()[Math.floor(level.length * 0.95)] ?? 0;
  for (const under of [33, 30, 28, 25]) {
    const found = findSpeech(level, loud - under);
    if (found.length !== digits.length) continue;
    found.forEach(({ start, end }, i) => {
      const piece = samples.slice(Math.max(0, start - 1) * hop, (end + 3) * hop);
      const digit = Number(digits[i]);
      bank.set(digit, [...(bank.get(digit) ?? []), piece]);
    });
    return;
  }
}

function parsePhrases(folder: string, file: string): Phrase[] {
  const list: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  if (!Array.isArray(list)) throw new Error(`${folder}/${file} is not a list`);
  return list.map((entry: { file: string; prompt: string; spoken: string }) => ({
    file: entry.file,
    prompt: entry.prompt,
    spoken: entry.spoken,
    samples: samplesOf(join(folder, entry.file)),
  }));
}

/** Loads every citizen of a folder, but for the children, whose voices are made of others', with `voice/enrol.wav` and `voice/verify.json`; throws when an enrolment is refused. */
export function loadVoices(people: string): Voice[] {
  const ids = readdirSync(people, { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && /^p\d+$/.test(entry.name),
  );
  return ids
    .map(({ name }) => name)
    .sort()
    .map((id) => {
      const folder = join(people, id, 'voice');
      const wav = readFileSync(join(folder, 'enrol.wav'));
      const enrolled = enrolVoice({ wav, digits: ten.repeat(3) });
      if ('findings' in enrolled) throw new Error(`${id}: ${enrolled.findings.join(', ')}`);
      const phrases = parsePhrases(folder, 'verify.json');
      const readOtherwise = existsSync(join(folder, 'yao.json')) ? parsePhrases(folder, 'yao.json') : [];
      const enrolmentBank = new Map<number, Float64Array[]>();
      const laterBank = new Map<number, Float64Array[]>();
      addDigits(enrolmentBank, samplesOf(join(folder, 'enrol.wav')), ten.repeat(3));
      for (const { samples, spoken } of phrases) addDigits(laterBank, samples, spoken);
      return { id, reference: enrolled.reference, phrases, readOtherwise, enrolmentBank, laterBank };
    });
}

import { readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { encodeWav } from '../../../../shared/sample/encode-wav.ts';
import { join } from '../../trials/voice/distort.ts';
import { loadVoices, type Voice } from '../../trials/voice/load-voices.ts';
import { decideVoice } from './decide-voice.ts';
import { readWav } from './read-wav.ts';
import type { VoiceDecision } from './types.ts';

const scripts = path(import.meta.dirname, '../../..');
/** The word yao, which none of the citizens has enrolled. */
const yao = soundOf(path(scripts, 'checks/field/cases/voice-yao/yao.wav'));
let voices: Voice[] = [];

beforeAll(() => {
  voices = loadVoices(path(scripts, 'people'));
});

function soundOf(file: string): Float64Array {
  const recording = readWav(readFileSync(file));
  if (typeof recording === 'string') throw new Error(recording);
  return recording.samples;
}

function citizen(id: string): Voice {
  const voice = voices.find((one) => one.id === id);
  if (!voice) throw new Error(`no citizen ${id}`);
  return voice;
}

function decide(id: string, samples: Float64Array, digits: string): VoiceDecision {
  const others = voices.filter((one) => one.id !== id).slice(0, 7);
  return decideVoice({
    wav: encodeWav(samples, 16_000),
    digits,
    reference: citizen(id).reference,
    cohort: others.map(({ reference }) => reference),
    seen: { digests: [], traces: [] },
  });
}

/** Digits as a citizen said them on another day, with `yao` in place of one of them. */
function say(id: string, digits: string, other?: string): Float64Array {
  const { laterBank } = citizen(id);
  const pieces = [...digits].map((digit) =>
    digit === other ? yao : (laterBank.get(Number(digit))?.[0] ?? new Float64Array(0)),
  );
  return join(pieces, 0.12);
}

it.each([
  ['1', 'one-read-otherwise'],
  ['2', 'two-read-otherwise'],
  ['0', 'zero-read-otherwise'],
])('another reading of %s than was enrolled is another try that names it', (digit, finding) => {
  expect(decide('p01', say('p01', '141240', digit), '141240')).toMatchObject({
    ...{ band: 'retry', findings: [finding] },
  });
});

it('who says yao for the yi that was enrolled never fails', () => {
  const said = voices.flatMap((voice) => voice.readOtherwise.map((phrase) => ({ voice, phrase })));
  expect(said).toHaveLength(12);
  for (const { voice, phrase } of said) {
    const { band, findings } = decide(voice.id, phrase.samples, phrase.prompt);
    expect(['pass', 'one-read-otherwise'], voice.id).toContain(findings.join() || band);
  }
});

it('another reading never passes another voice, nor stands for a digit that is read in one way', () => {
  expect(decide('p01', say('p06', '141240', '1'), '141240').band).not.toBe('pass');
  const { band, findings } = decide('p01', say('p01', '141240', '4'), '141240');
  expect([band, findings]).toEqual(['fail', ['wrong-digits']]);
});

it("a wrong digit of the holder's own is none: it fails", () => {
  for (const wrong of ['7', '8', '5']) {
    expect(decide('p01', say('p01', `${wrong}4${wrong}240`), '141240').findings, wrong).toEqual([
      'wrong-digits',
    ]);
  }
});

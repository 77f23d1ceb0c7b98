import { readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeWav } from '../../../../shared/sample/encode-wav.ts';
import { seededNoise } from '../../trials/seeded-random.ts';
import { join, mix, throughMicrophone, throughRoom, throughTelephone } from '../../trials/voice/distort.ts';
import { loadVoices, type Phrase, type Voice } from '../../trials/voice/load-voices.ts';
import { decideVoice } from './decide-voice.ts';
import { resample } from './resample.ts';
import type { VoiceDecision, VoiceSeen } from './types.ts';

const cases = path(import.meta.dirname, '../../../checks/field/cases');
const nothing: VoiceSeen = { digests: [], traces: [] };
let voices: Voice[] = [];

beforeAll(() => {
  voices = loadVoices(path(import.meta.dirname, '../../../people')).slice(0, 8);
});

function citizen(id: string): Voice {
  const voice = voices.find((one) => one.id === id);
  if (!voice) throw new Error(`no citizen ${id}`);
  return voice;
}

const genuineOf = (voice: Voice): Phrase[] => voice.phrases.filter(({ prompt, spoken }) => prompt === spoken);

function phraseOf(id: string, n = 0): Phrase {
  const phrase = genuineOf(citizen(id))[n];
  if (!phrase) throw new Error(`no phrase ${n} of ${id}`);
  return phrase;
}

function decide(
  id: string,
  samples: Float64Array,
  digits: string,
  seen = nothing,
  cohortSize = 7,
): VoiceDecision {
  const { reference } = citizen(id);
  const others = voices.filter((one) => one.id !== id).map((one) => one.reference);
  return decideVoice({
    wav: encodeWav(samples, 16_000),
    digits,
    reference,
    cohort: others.slice(0, cohortSize),
    seen,
  });
}

/** A phrase put together from single digits of a bank, the first recording of each. */
function say(bank: Map<number, Float64Array[]>, digits: string): Float64Array {
  return join(
    [...digits].map((digit) => bank.get(Number(digit))?.[0] ?? new Float64Array(0)),
    0.12,
  );
}

describe('a genuine phrase', () => {
  it('passes for each citizen and each recorded phrase', () => {
    for (const voice of voices) {
      for (const { samples, prompt } of genuineOf(voice)) {
        expect(decide(voice.id, samples, prompt), `${voice.id} ${prompt}`).toMatchObject({
          band: 'pass',
          findings: [],
        });
      }
    }
  });

  it('passes through a microphone of other gain with faint noise, in a cohort of one', () => {
    for (const voice of voices) {
      const { samples, prompt } = phraseOf(voice.id, 1);
      const heard = throughMicrophone(samples, 0.7, 0.001, 5);
      expect(decide(voice.id, heard, prompt, nothing, 1).band, voice.id).toBe('pass');
    }
  });

  it('passes when it is composed of later recordings, one of them used twice', () => {
    const { laterBank } = citizen('p01');
    const digits = [...laterBank.keys()].slice(0, 5);
    const prompt = [...digits, digits[0]].join('');
    expect(decide('p01', say(laterBank, prompt), prompt).band).toBe('pass');
  });

  it('passes at 48 kHz', () => {
    const { samples, prompt } = phraseOf('p02');
    const { reference } = citizen('p02');
    const wav = encodeWav(resample(samples, 16_000, 48_000), 48_000);
    expect(decideVoice({ wav, digits: prompt, reference, cohort: [], seen: nothing }).band).toBe('pass');
  });

  it('gets the same decision each time', () => {
    const { samples, prompt } = phraseOf('p03');
    expect(decide('p03', samples, prompt)).toEqual(decide('p03', samples, prompt));
  });
});

describe('wrong digits', () => {
  it('refuses each phrase in which one digit is not the one asked for', () => {
    for (const voice of voices.slice(0, 4)) {
      for (const [i, { samples, spoken }] of genuineOf(voice).entries()) {
        const asked = spoken.slice(0, i) + String((Number(spoken[i]) + 1 + i) % 10) + spoken.slice(i + 1);
        const decision = decide(voice.id, samples, asked);
        expect(decision.band, `${voice.id} ${spoken} for ${asked}`).toBe('fail');
        expect(decision.findings).toContain('wrong-digits');
      }
    }
  });

  it('refuses what the citizens said wrongly', () => {
    for (const voice of voices) {
      for (const { samples, prompt, spoken } of voice.phrases) {
        if (prompt !== spoken)
          expect(decide(voice.id, samples, prompt).band, `${voice.id} ${spoken}`).toBe('fail');
      }
    }
  });

  it('refuses a missing digit, an added digit and another order', () => {
    const { samples } = phraseOf('p01', 3);
    for (const asked of ['3037785', '30385', '30785', '037853', '587303']) {
      expect(decide('p01', samples, asked).band, asked).toBe('fail');
    }
  });
});

describe('another voice', () => {
  it('refuses every other citizen with the right digits', () => {
    for (const target of ['p01', 'p06']) {
      for (const other of voices) {
        if (other.id === target) continue;
        const { samples, prompt } = phraseOf(other.id);
        expect(decide(target, samples, prompt).band, `${other.id} as ${target}`).toBe('fail');
      }
    }
  });

  it('does not pass an impostor raised to the pitch of the holder, who is not in the cohort', () => {
    const { samples, prompt } = phraseOf('p02', 1);
    const raised = resample(samples, 16_000, 16_000 / (195 / 114));
    expect(decide('p01', raised, prompt, nothing, 0).band).not.toBe('pass');
  });

  it('does not pass a phrase of which another voice says the last two digits, or one', () => {
    const [own, other] = [citizen('p01').laterBank, citizen('p06').laterBank];
    const shared = [...own.keys()].filter((digit) => other.has(digit)).slice(0, 6);
    for (const foreign of [2, 1]) {
      const pieces = shared.map(
        (digit, i) => (i < shared.length - foreign ? own : other).get(digit)?.[0] ?? new Float64Array(0),
      );
      expect(decide('p01', join(pieces, 0.12), shared.join('')).band, `${foreign} foreign`).not.toBe('pass');
    }
  });
});

describe('a replay', () => {
  it('refuses a phrase spliced from the enrolment, louder, with noise or in a room', () => {
    for (const voice of voices) {
      const spliced = say(voice.enrolmentBank, '280491');
      for (const heard of [
        spliced,
        throughMicrophone(spliced, 0.8, 0.001, 3),
        throughRoom(spliced, 0.2, 0.1, 3),
      ]) {
        const { findings } = decide(voice.id, heard, '280491');
        expect(findings, voice.id).toContain('replayed-enrolment');
      }
    }
  });

  it('refuses the same sound a second time, and again when its bytes were changed', () => {
    const { samples, prompt } = phraseOf('p05', 1);
    const { digests, traces, band } = decide('p05', samples, prompt);
    expect(band).toBe('pass');
    expect(decide('p05', samples, prompt, { digests, traces: [] }).findings).toEqual(['sample-seen-before']);
    const changed = throughMicrophone(samples, 0.9, 0.001, 4);
    expect(decide('p05', changed, prompt, { digests, traces }).findings).toEqual(['sample-seen-before']);
  });

  it('accepts another phrase after the first', () => {
    const first = phraseOf('p05', 0);
    const { digests, traces } = decide('p05', first.samples, first.prompt);
    const second = phraseOf('p05', 3);
    expect(decide('p05', second.samples, second.prompt, { digests, traces }).band).toBe('pass');
  });

  it('does not pass a genuine phrase out of a telephone or a loudspeaker', () => {
    for (const voice of voices) {
      const { samples, prompt } = phraseOf(voice.id, 1);
      const narrow = throughTelephone(samples);
      expect(decide(voice.id, narrow, prompt).band, voice.id).not.toBe('pass');
      expect(decide(voice.id, throughRoom(narrow, 0.4, 0.4, 1), prompt).band, voice.id).not.toBe('pass');
    }
  });
});

describe('the gates', () => {
  const hiss = seededNoise(7);
  const judgeCase = (name: string) => {
    const wav = readFileSync(path(cases, name, 'phrase.wav'));
    const { reference } = citizen('p05');
    return decideVoice({ wav, digits: '363403', reference, cohort: [], seen: nothing });
  };

  it.each(['voice-dc-offset', 'wav-extensible', 'wav-length-0'])('let %s pass', (name) => {
    expect(judgeCase(name)).toMatchObject({ band: 'pass', findings: [] });
  });

  it('ask for another try, and judge nobody, where the sound is cut off or has lost its band', () => {
    expect(judgeCase('voice-clipped')).toMatchObject({ band: 'retry', findings: ['clipped'] });
    expect(judgeCase('voice-bluetooth-8k')).toMatchObject({ band: 'retry', findings: ['narrow-band'] });
    const { samples, prompt } = phraseOf('p05');
    const up = resample(resample(samples, 16_000, 8_000), 8_000, 16_000);
    expect(decide('p05', up, prompt).findings).toEqual(['narrow-band']);
    const overdriven = samples.map((x) => 0.4 * Math.max(-0.1, Math.min(0.1, x)) * 10);
    expect(decide('p05', overdriven, prompt).findings).toEqual(['clipped']);
    expect(decide('p01', overdriven, prompt).findings).toEqual(['clipped']);
  });

  it('take nobody who makes long pauses for one who speaks through a headset', () => {
    for (const voice of voices) {
      const { samples, prompt } = phraseOf(voice.id, 1);
      const room = new Float64Array(3 * samples.length).map(() => 0.0005 * hiss());
      expect(decide(voice.id, join([samples, room], 0), prompt).findings, voice.id).not.toContain(
        'narrow-band',
      );
    }
  });

  it('know no rate that a phone may record at', () => {
    const { samples, prompt } = phraseOf('p05');
    const { reference } = citizen('p05');
    for (const rate of [44_100, 96_000]) {
      const wav = encodeWav(resample(samples, 16_000, rate), rate);
      expect(decideVoice({ wav, digits: prompt, reference, cohort: [], seen: nothing }).band).toBe('pass');
    }
  });

  it('asks again when the phrase is too quiet, too noisy or too short', () => {
    const { samples, prompt } = phraseOf('p01', 1);
    expect(
      decide(
        'p01',
        samples.map((x) => x * 0.03),
        prompt,
      ).findings,
    ).toContain('too-quiet');
    const noisy = mix(
      samples,
      samples.map(() => 0.09 * hiss()),
      1,
    );
    expect(decide('p01', noisy, prompt).findings).toContain('too-noisy');
    expect(decide('p01', samples.slice(0, 8000), prompt)).toMatchObject({
      band: 'retry',
      findings: ['too-short'],
    });
  });

  it('passes neither silence nor noise', () => {
    expect(decide('p01', new Float64Array(40_000), '123456').band).not.toBe('pass');
    expect(
      decide(
        'p01',
        new Float64Array(40_000).map(() => 0.3 * hiss()),
        '123456',
      ).band,
    ).not.toBe('pass');
  });

  it('asks again and never throws on bytes that are no recording', () => {
    const good = encodeWav(phraseOf('p01').samples, 16_000);
    const { reference } = citizen('p01');
    const garbage = [
      new Uint8Array(0),
      new Uint8Array(44),
      good.slice(0, 40),
      new TextEncoder().encode('RIFF'.repeat(50)),
    ];
    for (let n = 0; n < 30; n++)
      garbage.push(good.slice(0, 4000).map((byte, i) => (i % (n + 2) === 0 ? byte ^ (n + 129) : byte)));
    for (const wav of garbage) {
      const decision = decideVoice({ wav, digits: '141240', reference, cohort: [], seen: nothing });
      expect(decision.band).not.toBe('pass');
      expect(decision.findings.length).toBeGreaterThan(0);
    }
  });
});

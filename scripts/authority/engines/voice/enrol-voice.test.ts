import { readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { describe, expect, it } from 'vitest';
import { encodeWav } from '../../../../shared/sample/encode-wav.ts';
import { throughMicrophone } from '../../trials/voice/distort.ts';
import { decodeReference, encodeReference } from './encode-reference.ts';
import { enrolVoice } from './enrol-voice.ts';
import { readWav } from './read-wav.ts';
import type { VoiceReference } from './types.ts';

const people = path(import.meta.dirname, '../../../people');
const thirty = '0123456789'.repeat(3);
const wavOf = (id: string): Uint8Array => readFileSync(path(people, id, 'voice/enrol.wav'));

function samplesOf(id: string): Float64Array {
  const recording = readWav(wavOf(id));
  if (typeof recording === 'string') throw new Error(recording);
  return recording.samples;
}

function referenceOf(wav: Uint8Array): VoiceReference {
  const enrolled = enrolVoice({ wav, digits: thirty });
  if ('findings' in enrolled) throw new Error(enrolled.findings.join(', '));
  return enrolled.reference;
}

describe('enrolVoice', () => {
  it('finds thirty digits where the citizens spoke them', () => {
    for (const id of ['p01', 'p04', 'p05', 'p08']) {
      const said = JSON.parse(readFileSync(path(people, id, 'voice/enrol.json'), 'utf8'));
      const { templates } = referenceOf(wavOf(id));
      expect(templates).toHaveLength(30);
      const off = templates.map(({ features }, i) => {
        const seconds = said.segments[i].end - said.segments[i].start;
        return Math.abs(features.length / 100 - seconds);
      });
      expect(off.reduce((sum, x) => sum + x, 0) / 30, id).toBeLessThan(0.06);
    }
  });

  it('accepts an enrolment through a microphone of other gain with faint noise', () => {
    for (const id of ['p02', 'p05', 'p07']) {
      const heard = encodeWav(throughMicrophone(samplesOf(id), 0.6, 0.001, 1), 16_000);
      expect(enrolVoice({ wav: heard, digits: thirty })).toHaveProperty('reference');
    }
  });

  it('refuses an enrolment that ends early, or whose rounds say other digits', () => {
    const samples = samplesOf('p01');
    const early = encodeWav(samples.slice(0, 130_000), 16_000);
    expect(enrolVoice({ wav: early, digits: thirty })).toEqual({ findings: ['unclear-digits'] });
    const other = `${'0123456789'.repeat(2)}9876543210`;
    expect(enrolVoice({ wav: wavOf('p01'), digits: other })).toEqual({ findings: ['inconsistent-rounds'] });
  });

  it('names what is wrong with a quiet recording and with bytes that are none', () => {
    const quiet = encodeWav(
      samplesOf('p01').map((x) => x / 50),
      16_000,
    );
    expect(enrolVoice({ wav: quiet, digits: thirty })).toMatchObject({
      findings: expect.arrayContaining(['too-quiet']),
    });
    expect(enrolVoice({ wav: new Uint8Array(100), digits: thirty })).toEqual({
      findings: ['not-a-recording'],
    });
  });

  it('makes a reference that survives JSON, and packing into under 32 KB', () => {
    const reference = referenceOf(wavOf('p08'));
    expect(JSON.stringify(JSON.parse(JSON.stringify(reference)))).toBe(JSON.stringify(reference));
    const bytes = encodeReference(reference);
    expect(bytes.length).toBeLessThan(32_000);
    const back = decodeReference(bytes);
    expect(back.templates.length).toBe(30);
    expect(JSON.stringify(back.templates)).toBe(JSON.stringify(reference.templates));
    expect(back.spread).toBeCloseTo(reference.spread, 5);
  });
});

import { minHiss, minLevel, minSnr } from './bands.ts';
import { cepstra } from './cepstra.ts';
import { isClipped } from './is-clipped.ts';
import { measureHiss } from './measure-hiss.ts';
import { trackPitch } from './pitch.ts';
import { readWav } from './read-wav.ts';
import { resample } from './resample.ts';
import { analyse, analysisRate, type Spectrum } from './spectrum.ts';
import type { VoiceFinding } from './types.ts';

/** A recording as measured; `loud`, `snr` and `hiss` in decibels. */
export interface Speech extends Spectrum {
  pcm: Uint8Array;
  cepstra: Float64Array;
  pitch: number[];
  loud: number;
  snr: number;
  hiss: number;
  findings: VoiceFinding[];
}

const percentile = (sorted: Float64Array, share: number): number =>
  sorted[Math.floor(share * (sorted.length - 1))] ?? -120;

/**
 * Reads and analyses a recording. A file that is none, or lasts too short or too long, gives one finding; sound that is
 * too quiet, clipped, noisy or of a narrow band is analysed and carries its findings. What a faulty microphone adds, a constant
 * offset, is taken away first.
 */
export function measureSpeech(
  wav: Uint8Array,
  minSeconds: number,
  maxSeconds: number,
): Speech | VoiceFinding {
  const recording = readWav(wav);
  if (typeof recording === 'string') return recording;
  const seconds = recording.samples.length / recording.rate;
  if (seconds > maxSeconds) return 'too-long';
  if (seconds < minSeconds) return 'too-short';
  const samples = withoutOffset(resample(recording.samples, recording.rate, analysisRate));
  const spectrum = analyse(samples);
  const sorted = spectrum.level.toSorted();
  const loud = percentile(sorted, 0.95);
  const snr = loud - percentile(sorted, 0.03);
  const hiss = measureHiss(spectrum);
  const findings: VoiceFinding[] = [];
  if (loud < minLevel) findings.push('too-quiet');
  if (isClipped(recording.samples)) findings.push('clipped');
  if (snr < minSnr) findings.push('too-noisy');
  // Noise fills the band, and silence has none.
  if (findings.length === 0 && hiss < minHiss) findings.push('narrow-band');
  const pitch = trackPitch(samples, spectrum.level.length);
  return {
    ...spectrum,
    pcm: recording.pcm,
    cepstra: cepstra(spectrum.bands),
    pitch,
    loud,
    snr,
    hiss,
    findings,
  };
}

function withoutOffset(samples: Float64Array): Float64Array {
  const mean = samples.reduce((sum, x) => sum + x, 0) / samples.length;
  return samples.map((x) => x - mean);
}

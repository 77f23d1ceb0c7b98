import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { decodeWav } from '../../../shared/sample/decode-wav.ts';
import { encodeWav } from '../../../shared/sample/encode-wav.ts';
import type { VoiceContainer } from '../../../shared/sample/samples.ts';
import { decodeCompressed } from './decode-compressed.ts';
import { findContainer } from './find-container.ts';
import { openRecordings } from './open-recordings.ts';

const scripts = join(import.meta.dirname, '..', '..');
const phrase = (file: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'phrases', file)));
const fieldCase = (...path: string[]) =>
  new Uint8Array(readFileSync(join(scripts, 'checks', 'field', 'cases', ...path)));
const original = new Uint8Array(readFileSync(join(scripts, 'people', 'p05', 'voice', 'verify-1.wav')));
const flac = fieldCase('voice-flac-as-pcm', 'phrase.flac');

const { toWav } = openRecordings();
const secondsOf = (wav: Uint8Array | undefined) => {
  const sound = wav && decodeWav(wav);
  return sound === undefined ? undefined : sound.samples.length / sound.channels / sound.rate;
};

describe('a recording', () => {
  it.each<[string, VoiceContainer, Uint8Array]>([
    ['MP3', 'mp3', phrase('phrase.mp3')],
    ['Opus in Ogg', 'ogg', phrase('phrase.ogg')],
    ['Opus in WebM', 'webm', phrase('phrase.webm')],
    ['Opus in MP4', 'mp4', phrase('phrase-opus.mp4')],
    ['FLAC', 'flac', flac],
    ['AMR-NB', 'amr', phrase('phrase.amr')],
    ['AMR-WB', 'amr', phrase('phrase-wb.amr')],
  ])('of %s is the same sound, whatever it was declared as', async (_, container, recording) => {
    for (const declared of [container, 'pcm'] as const) {
      const seconds = secondsOf(await toWav({ container: declared, recording: recording.slice() }));
      expect(Math.abs((seconds ?? 0) - (secondsOf(original) ?? 0)), declared).toBeLessThan(0.15);
    }
  });

  it.each<[string, VoiceContainer, Uint8Array]>([
    ['AAC in ADTS', 'aac', fieldCase('voice-aac-adts', 'phrase.aac')],
    ['AAC in ADTS, declared as PCM', 'pcm', fieldCase('voice-aac-adts', 'phrase.aac')],
    ['AAC in MP4', 'mp4', phrase('phrase.m4a')],
    ['Vorbis', 'ogg', phrase('phrase-vorbis.ogg')],
    ['five minutes in a few kilobytes', 'flac', phrase('five-minutes.flac')],
    ['noise, declared as MP3', 'mp3', new Uint8Array(5_000).fill(77)],
    ['a WAV of an unknown coding', 'wav', withCoding(0x55)],
    ['AIFF, declared as PCM', 'pcm', new TextEncoder().encode(`FORM${'x'.repeat(900)}`)],
    ['nothing', 'wav', new Uint8Array(0)],
  ])('of %s is none, and never an exception', async (_, container, recording) => {
    expect(await toWav({ container, recording })).toBeUndefined();
  });

  it('of bare PCM is taken for that only where it was asked for', async () => {
    const pcm = original.slice(44);
    const wav = await toWav({ container: 'pcm', recording: pcm });
    expect(wav && decodeWav(wav)?.samples).toHaveLength(Math.floor(pcm.length / 2));
    expect(await toWav({ container: 'wav', recording: pcm })).toBeUndefined();
  });

  it('that is a WAV comes back as it is, in memory of its own', async () => {
    const recording = encodeWav(Int16Array.of(1, 2, 3), 16_000);
    const wav = await toWav({ container: 'mp3', recording });
    expect(wav).toEqual(recording);
    expect(wav?.buffer).not.toBe(recording.buffer);
  });

  it('that was cut off is read as far as it goes', async () => {
    const whole = phrase('phrase.mp3');
    const recording = whole.slice(0, Math.floor(whole.length * 0.7));
    const seconds = secondsOf(await toWav({ container: 'mp3', recording })) ?? 0;
    expect(seconds).toBeGreaterThan(0.8);
    expect(seconds).toBeLessThan(1.5);
  });
});

it('hostile bytes end without sound or with some, never longer than they may', async () => {
  // What the libraries complain of here is what their thread keeps to itself.
  for (const method of ['error', 'warn'] as const) vi.spyOn(console, method).mockReturnValue();
  let seed = 1;
  const dice = (sides: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % sides;
  };
  for (const file of ['phrase.mp3', 'phrase.ogg', 'phrase.webm', 'phrase-opus.mp4', 'phrase-wb.amr']) {
    for (let n = 0; n < 8; n++) {
      const bytes = phrase(file);
      for (let hits = 0; hits < 1 + 4 * n; hits++) bytes[dice(bytes.length)] = dice(256);
      const container = findContainer(bytes);
      if (container === undefined || container === 'foreign') continue;
      const sound = await decodeCompressed(bytes, container, 3).catch(() => undefined);
      expect((sound?.samples.length ?? 0) / (sound?.rate ?? 1), `${file} ${n}`).toBeLessThanOrEqual(3);
    }
  }
});

function withCoding(coding: number): Uint8Array {
  const wav = original.slice();
  new DataView(wav.buffer).setUint16(20, coding, true);
  return wav;
}

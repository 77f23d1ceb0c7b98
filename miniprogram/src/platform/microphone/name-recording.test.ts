import { describe, expect, it } from 'vitest';
import { nameRecording } from './name-recording.ts';

const startingWith = (...bytes: number[]) => Uint8Array.from([...bytes, ...new Array(60).fill(5)]);
const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));

describe('the container of a recording', () => {
  it.each([
    ['wav', startingWith(...letters('RIFF'))],
    ['mp3', startingWith(...letters('ID3'))],
    ['mp3', startingWith(0xff, 0xfb)],
    ['mp3', startingWith(0xff, 0xf3)],
    ['aac', startingWith(0xff, 0xf1)],
    ['aac', startingWith(0, 0, 0, 24, ...letters('ftyp'))],
    ['webm', startingWith(0x1a, 0x45, 0xdf, 0xa3)],
  ])('%s is known by its first bytes', (container, bytes) => {
    expect(nameRecording(bytes, 16_000)).toEqual({ container, recording: bytes });
  });

  it('is a WAV for raw PCM, which is overwritten', () => {
    const pcm = startingWith(1, 2);
    const { container, recording } = nameRecording(pcm, 16_000);
    expect([container, recording.length, recording[44]]).toEqual(['wav', 44 + 62, 1]);
    expect(pcm.every((byte) => byte === 0)).toBe(true);
  });
});

import { expect, it } from 'vitest';
import { findContainer } from './find-container.ts';

const letters = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const startingWith = (...bytes: number[]) => Uint8Array.from([...bytes, ...new Array(600).fill(5)]);
/** Frames of AAC (ADTS) or MP3, of which only the headers are there. */
const frames = (header: number[], length: number, count: number) =>
  Uint8Array.from({ length: length * count }, (_, i) => header[i % length] ?? 0);
const adts = [0xff, 0xf1, 0x60, 0x40, 0x03, 0x20];
const mpeg = [0xff, 0xf3, 0x48, 0xc4];

it.each([
  ['wav', startingWith(...letters('RIFF'))],
  ['mp3', startingWith(...letters('ID3'))],
  ['mp3', frames(mpeg, 144, 4)],
  ['aac', frames(adts, 25, 4)],
  ['mp4', startingWith(0, 0, 0, 24, ...letters('ftyp'))],
  ['webm', startingWith(0x1a, 0x45, 0xdf, 0xa3)],
  ['ogg', startingWith(...letters('OggS'))],
  ['flac', startingWith(...letters('fLaC'))],
  ['amr', startingWith(...letters('#!AMR-WB\n'))],
  ['foreign', startingWith(...letters('caff'))],
] as const)('%s is known by its first bytes', (container, bytes) => {
  expect(findContainer(bytes)).toBe(container);
});

it('bare sound is known as nothing, also where it begins like one frame', () => {
  expect(findContainer(startingWith(1, 2))).toBeUndefined();
  expect(findContainer(startingWith(...adts))).toBeUndefined();
  expect(findContainer(startingWith(...mpeg))).toBeUndefined();
  expect(findContainer(new Uint8Array(0))).toBeUndefined();
});

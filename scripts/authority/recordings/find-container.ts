import type { VoiceContainer } from '../../../shared/sample/samples.ts';

/** A number in a frame's header that repeats where the next frame must begin. */
interface Chain {
  container: VoiceContainer;
  /** Bytes of the frame that begins here, or undefined where none does. */
  lengthAt(bytes: Uint8Array, at: number): number | undefined;
}

/** Frames in a row that make a stream: raw sound looks like one frame by chance, hardly like three. */
const framesInRow = 3;
/** Where the first one may stand, behind what a recorder wrote before it. */
const lookAhead = 4096;

const chains: readonly Chain[] = [
  { container: 'aac', lengthAt: adtsLength },
  { container: 'mp3', lengthAt: mpegLength },
];

/** Names of containers that recorders write and nothing here reads: AIFF, CAF, Wave64, Sun, WavPack, ASF, AAC in ADIF. */
const foreign = ['FORM', 'caff', 'riff', '.snd', 'wvpk', '0&\u00b2u', 'ADIF'];

/**
 * What the bytes are, by what stands at their beginning: names that recorders write, or the headers of frames in a row. Undefined
 * where nothing speaks for any of them, as for bare sound; `foreign` for a container that nothing here reads.
 */
export function findContainer(bytes: Uint8Array): VoiceContainer | 'foreign' | undefined {
  const name = (at: number, length = 4) => String.fromCharCode(...bytes.subarray(at, at + length));
  if (name(0) === 'RIFF' || name(0) === 'RF64') return 'wav';
  if (name(0) === 'fLaC') return 'flac';
  if (name(0) === 'OggS') return 'ogg';
  if (name(0) === '\u001aE\u00df\u00a3') return 'webm';
  if (name(4) === 'ftyp') return 'mp4';
  if (name(0, 5) === '#!AMR') return 'amr';
  if (name(0, 3) === 'ID3') return 'mp3';
  if (foreign.includes(name(0))) return 'foreign';
  return chains.find(({ lengthAt }) => hasFrames(bytes, lengthAt))?.container;
}

function hasFrames(bytes: Uint8Array, lengthAt: Chain['lengthAt']): boolean {
  const last = Math.min(bytes.length, lookAhead);
  for (let first = 0; first < last; first++) {
    let at = first;
    let found = 0;
    for (; found < framesInRow; found++) {
      const length = lengthAt(bytes, at);
      if (length === undefined) break;
      at += length;
    }
    if (found === framesInRow) return true;
  }
  return false;
}

/** ISO/IEC 13818-7, 6.2: sync word of twelve ones, layer 0, a frequency that exists, length in 13 bits. */
function adtsLength(bytes: Uint8Array, at: number): number | undefined {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = bytes.subarray(at, at + 6);
  if (a !== 0xff || (b & 0xf6) !== 0xf0 || ((c >> 2) & 0x0f) > 12) return undefined;
  const length = ((d & 0x03) << 11) | (e << 3) | (f >> 5);
  return length < 8 ? undefined : length;
}

/** Kilobits a second of layer III, by version 1 and by versions 2 and 2.5; samples a second of version 1. */
const bitRates = [
  [32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const sampleRates = [44_100, 48_000, 32_000] as const;

/** ISO/IEC 11172-3, 2.4.2.3: sync word of eleven ones, layer III, rates that exist. */
function mpegLength(bytes: Uint8Array, at: number): number | undefined {
  const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 4);
  const version = (b >> 3) & 3;
  if (a !== 0xff || (b & 0xe6) !== 0xe2 || version === 1) return undefined;
  const isFirst = version === 3;
  const kilobits = bitRates[isFirst ? 0 : 1][(c >> 4) - 1];
  const rate = sampleRates[(c >> 2) & 3];
  if (kilobits === undefined || rate === undefined) return undefined;
  const samples = rate / (isFirst ? 1 : version === 2 ? 2 : 4);
  return Math.floor(((isFirst ? 144_000 : 72_000) * kilobits) / samples) + ((c >> 1) & 1);
}

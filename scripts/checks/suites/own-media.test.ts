import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { encodeWav } from '../../../shared/sample/encode-wav.ts';
import { readPicture } from '../../authority/engines/face/read-picture.ts';
import { readWav } from '../../authority/engines/voice/read-wav.ts';

const telling = [0, 1, 2, 0x7f, 0x80, 0xfe, 0xff];
const u32 = (value: number) => Buffer.from(Uint32Array.of(value).buffer);
const chunk = (name: string, size: number, content: Uint8Array) =>
  Buffer.concat([Buffer.from(name.padEnd(4)), u32(size), content]);
const riff = (...chunks: Uint8Array[]) =>
  Buffer.concat([Buffer.from('RIFF'), u32(4), Buffer.from('WAVE'), ...chunks]);

/** What is read holds no more samples than there were bytes: a file cannot claim memory. */
function readsWithinItsSize(bytes: Uint8Array, what: string): void {
  const read: unknown = readWav(bytes);
  const samples: unknown =
    typeof read === 'object' && read !== null && 'samples' in read ? read.samples : undefined;
  if (samples instanceof Float64Array || samples instanceof Float32Array)
    expect(samples.length, what).toBeLessThanOrEqual(bytes.length);
}

describe('recordings that lie', () => {
  const format = Buffer.from('0100010080bb00000077010002001000', 'hex');
  const formatWith = (value: number, from: number, to: number) => Buffer.from(format).fill(value, from, to);
  const wav = encodeWav(
    Int16Array.from({ length: 400 }, (_, i) => (i * 997) % 30_000),
    16_000,
  );

  it('are read or refused without a fault, with any byte of their head changed, and cut anywhere', () => {
    for (let at = 0; at < 44; at++)
      for (const value of telling) readsWithinItsSize(wav.with(at, value), `byte ${at} is ${value}`);
    for (let length = 0; length < 100; length++)
      readsWithinItsSize(wav.subarray(0, length), `cut at ${length}`);
  });

  it('claim no memory beyond their size: endless chunks, sizes without end, chunks in chunks', () => {
    const data = chunk('data', 100, new Uint8Array(100));
    const bombs = {
      'a hundred thousand empty chunks': riff(...Array(100_000).fill(chunk('x', 0, new Uint8Array()))),
      'a chunk of four gigabytes': riff(
        chunk('x', 0xffffffff, new Uint8Array(8)),
        chunk('fmt', 16, format),
        data,
      ),
      'data of four gigabytes': riff(
        chunk('fmt', 16, format),
        chunk('data', 0xffffffff, new Uint8Array(100)),
      ),
      'a format of four gigabytes': riff(chunk('fmt', 0xffffffff, format), data),
      'a thousand formats': riff(...Array(1000).fill(chunk('fmt', 16, format)), data),
      'a thousand data chunks': riff(chunk('fmt', 16, format), ...Array(1000).fill(data)),
      'data before its format': riff(data, chunk('fmt', 16, format)),
      'no channel': riff(chunk('fmt', 16, formatWith(0, 2, 4)), data),
      'no rate': riff(chunk('fmt', 16, formatWith(0, 4, 8)), data),
      'bits without end': riff(chunk('fmt', 16, formatWith(255, 14, 16)), data),
      'lists in lists': riff(...Array(2000).fill(chunk('LIST', 12, Buffer.from('INFOLIST')))),
    };
    for (const [what, bytes] of Object.entries(bombs)) readsWithinItsSize(new Uint8Array(bytes), what);
  });
});

describe('pictures that lie', async () => {
  const make = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: '#c09080' } }).jpeg({ progressive: true });
  const jpeg = new Uint8Array(await make(320, 240).toBuffer());
  const end = jpeg.length - 2;
  const lastScan = Buffer.from(jpeg).lastIndexOf(Buffer.from([0xff, 0xda]));
  const scans = (count: number) =>
    Buffer.concat([
      jpeg.subarray(0, end),
      ...Array(count).fill(jpeg.subarray(lastScan, end)),
      jpeg.subarray(end),
    ]);
  const frame = Buffer.from(jpeg).indexOf(Buffer.from([0xff, 0xc2]));

  it('are read or refused without a fault, with any byte of their head changed, and cut anywhere', async () => {
    for (let at = 2; at < lastScan; at += 3)
      for (const value of [0, 0x80, 0xff]) expect(await readPicture(jpeg.with(at, value))).toBeDefined();
    for (let length = 0; length < jpeg.length; length += 97)
      expect(await readPicture(jpeg.subarray(0, length))).toBeDefined();
  });

  it('come to no more pixels than an honest one: scans without end, segments without end, sides without end', async () => {
    const comment = Buffer.from([0xff, 0xfe, 0xff, 0xff, ...new Uint8Array(65_533)]);
    const bombs = [
      scans(5_000),
      Buffer.concat([jpeg.subarray(0, 2), ...Array(20).fill(comment), jpeg.subarray(2)]),
      Buffer.concat([jpeg.subarray(0, 2), Buffer.alloc(1_000_000, 0xff), jpeg.subarray(2)]),
      Buffer.from(jpeg).fill(0xff, frame + 5, frame + 9),
      Buffer.from(jpeg).fill(0, frame + 5, frame + 9),
    ];
    for (const bomb of bombs) {
      const read: unknown = await readPicture(new Uint8Array(bomb));
      const rgb: unknown = typeof read === 'object' && read !== null && 'rgb' in read ? read.rgb : undefined;
      if (rgb instanceof Uint8Array) expect(rgb.length).toBeLessThanOrEqual(640 * 640 * 3);
    }
  });
});

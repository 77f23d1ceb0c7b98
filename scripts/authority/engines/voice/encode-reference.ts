import { cepstrumSize } from './cepstra.ts';
import { bandCount } from './spectrum.ts';
import type { VoiceReference, VoiceTemplate } from './types.ts';

const version = 1;
const headBytes = 8;

/**
 * Packs a reference into about 25 KB. Little-endian: version u8, zero u8, templates u16, spread f32; then for each template
 * digit u8, round u8, rows u16, features i8 row by row, pitch u16 in hundredths of a hertz, band levels i16 in tenths of
 * a decibel.
 */
export function encodeReference({ templates, spread }: VoiceReference): Uint8Array {
  const rows = templates.reduce((sum, { features }) => sum + features.length, 0);
  const size = headBytes + (4 + 2 * bandCount) * templates.length + rows * (cepstrumSize + 2);
  const view = new DataView(new ArrayBuffer(size));
  view.setUint8(0, version);
  view.setUint16(2, templates.length, true);
  view.setFloat32(4, spread, true);
  let at = headBytes;
  for (const { digit, round, features, pitch, colour } of templates) {
    view.setUint8(at, digit);
    view.setUint8(at + 1, round);
    view.setUint16(at + 2, features.length, true);
    at += 4;
    for (const row of features) for (const value of row) view.setInt8(at++, value);
    features.forEach((_, t) => {
      view.setUint16(at, Math.round((pitch[t] ?? 0) * 100), true);
      at += 2;
    });
    for (const decibels of colour) {
      view.setInt16(at, Math.round(decibels * 10), true);
      at += 2;
    }
  }
  return new Uint8Array(view.buffer);
}

/** Unpacks what `encodeReference` packed. Throws a RangeError on anything else: stored data that is damaged. */
export function decodeReference(bytes: Uint8Array): VoiceReference {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint8(0) !== version) throw new RangeError('not a voice reference');
  let at = headBytes;
  const templates = Array.from({ length: view.getUint16(2, true) }, (): VoiceTemplate => {
    const digit = view.getUint8(at);
    const round = view.getUint8(at + 1);
    const rows = view.getUint16(at + 2, true);
    at += 4;
    const features = Array.from({ length: rows }, () =>
      Array.from({ length: cepstrumSize }, () => view.getInt8(at++)),
    );
    const pitch = Array.from({ length: rows }, (_, t) => view.getUint16(at + 2 * t, true) / 100);
    at += 2 * rows;
    const colour = Array.from({ length: bandCount }, (_, b) => view.getInt16(at + 2 * b, true) / 10);
    at += 2 * bandCount;
    return { digit, round, features, pitch, colour };
  });
  return { templates, spread: view.getFloat32(4, true) };
}

/** Sound of one channel: 16-bit samples at `rate` hertz. */
export interface Sound {
  rate: number;
  samples: Int16Array;
}

/** Reads the plainest WAV: RIFF, 16-bit PCM, one channel. Undefined for anything else. */
export function readSound(wav: Uint8Array): Sound | undefined {
  const view = new DataView(wav.buffer, wav.byteOffset, wav.byteLength);
  if (wav.length < 44 || tag(view, 0) !== 'RIFF' || tag(view, 8) !== 'WAVE') return undefined;
  let rate: number | undefined;
  for (let at = 12; at + 8 <= wav.length; ) {
    const size = Math.min(view.getUint32(at + 4, true), wav.length - at - 8);
    if (tag(view, at) === 'fmt ' && size >= 16) rate = readRate(view, at + 8);
    if (tag(view, at) === 'data') {
      if (rate === undefined) return undefined;
      const samples = new Int16Array(Math.floor(size / 2));
      for (let i = 0; i < samples.length; i++) samples[i] = view.getInt16(at + 8 + 2 * i, true);
      return { rate, samples };
    }
    at += 8 + size + (size % 2);
  }
  return undefined;
}

/** The WAV of a sound. */
export function writeWav({ rate, samples }: Sound): Uint8Array {
  const wav = new Uint8Array(44 + 2 * samples.length);
  const view = new DataView(wav.buffer);
  const write = (at: number, text: string) => wav.set(Buffer.from(text, 'latin1'), at);
  write(0, 'RIFF');
  view.setUint32(4, 36 + 2 * samples.length, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  write(36, 'data');
  view.setUint32(40, 2 * samples.length, true);
  for (const [i, sample] of samples.entries()) view.setInt16(44 + 2 * i, sample, true);
  return wav;
}

function readRate(view: DataView, at: number): number | undefined {
  const plain = view.getUint16(at, true) === 1 && view.getUint16(at + 2, true) === 1;
  return plain && view.getUint16(at + 14, true) === 16 ? view.getUint32(at + 4, true) : undefined;
}

function tag(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}

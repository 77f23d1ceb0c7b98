/**
 * A RIFF/WAVE file of one channel, 16-bit PCM.
 * @param samples as they are where they have 16 bits, otherwise in -1..1; what is louder is cut
 */
export function encodeWav(samples: Float32Array | Float64Array | Int16Array, rate: number): Uint8Array {
  const pcm = new Uint8Array(2 * samples.length);
  const view = new DataView(pcm.buffer);
  const isWhole = samples instanceof Int16Array;
  samples.forEach((sample, i) => {
    const value = isWhole ? sample : Math.round(Math.max(-1, Math.min(1, sample)) * 32_767);
    view.setInt16(2 * i, value, true);
  });
  return wrapPcm(pcm, rate);
}

/** Puts the header of a WAV before raw PCM of one channel, 16 bit, little endian. */
export function wrapPcm(pcm: Uint8Array, rate: number): Uint8Array<ArrayBuffer> {
  const wav = new Uint8Array(44 + pcm.length);
  const view = new DataView(wav.buffer);
  const tag = (at: number, name: string) => {
    for (let i = 0; i < name.length; i++) wav[at + i] = name.charCodeAt(i);
  };
  tag(0, 'RIFF');
  view.setUint32(4, 36 + pcm.length, true);
  tag(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, 2 * rate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  tag(36, 'data');
  view.setUint32(40, pcm.length, true);
  wav.set(pcm, 44);
  return wav;
}

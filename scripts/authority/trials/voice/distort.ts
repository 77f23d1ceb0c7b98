import { seededNoise } from '../seeded-random.ts';

/** Gain, and white noise of `noise` peak amplitude, as a microphone adds. */
export function throughMicrophone(
  samples: Float64Array,
  gain: number,
  noise: number,
  seed: number,
): Float64Array {
  const next = seededNoise(seed);
  return samples.map((x) => Math.max(-1, Math.min(1, x * gain + noise * next())));
}

/** One second-order section (RBJ cookbook, Q 0.707) at 16 kHz. */
function section(samples: Float64Array, kind: 'low' | 'high', hertz: number): Float64Array {
  const w = (2 * Math.PI * hertz) / 16_000;
  const alpha = Math.sin(w) / Math.SQRT2;
  const cos = Math.cos(w);
  const b1 = kind === 'low' ? 1 - cos : -(1 + cos);
  const b0 = Math.abs(b1) / 2;
  const a0 = 1 + alpha;
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return samples.map((x) => {
    const y = (b0 * x + b1 * x1 + b0 * x2 + 2 * cos * y1 - (1 - alpha) * y2) / a0;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    return y;
  });
}

/** The 300-3400 Hz of a telephone or a small loudspeaker, fourth order at each end. */
export function throughTelephone(samples: Float64Array): Float64Array {
  return section(section(section(section(samples, 'high', 300), 'high', 300), 'low', 3400), 'low', 3400);
}

/** A room: sparse decaying echoes of `seconds` reverberation at `wet` of the direct sound. */
export function throughRoom(samples: Float64Array, seconds: number, wet: number, seed: number): Float64Array {
  const next = seededNoise(seed);
  const out = samples.slice();
  for (let n = 0; n < 60; n++) {
    const delay = Math.floor(16_000 * seconds * (0.02 + 0.98 * Math.abs(next())));
    const gain = wet * next() * 10 ** ((-3 * delay) / (16_000 * seconds));
    for (let i = delay; i < out.length; i++) out[i] = (out[i] ?? 0) + gain * (samples[i - delay] ?? 0);
  }
  return out;
}

/** Another tempo at the same pitch: overlap-add of 40 ms windows, each placed where it fits the last one best. */
export function stretch(samples: Float64Array, factor: number): Float64Array {
  const size = 640;
  const step = size / 2;
  const reach = 160;
  const out = new Float64Array(Math.floor(samples.length * factor));
  let previous = 0;
  for (let to = 0; to + size < out.length; to += step) {
    const wanted = Math.floor(to / factor);
    let best = { at: wanted, fit: Number.NEGATIVE_INFINITY };
    for (let at = Math.max(0, wanted - reach); to > 0 && at <= wanted + reach; at += 2) {
      let fit = 0;
      for (let i = 0; i < step; i += 2) fit += (samples[at + i] ?? 0) * (samples[previous + step + i] ?? 0);
      if (fit > best.fit) best = { at, fit };
    }
    for (let i = 0; i < size; i++) {
      out[to + i] =
        (out[to + i] ?? 0) + (samples[best.at + i] ?? 0) * Math.sin((Math.PI * (i + 0.5)) / size) ** 2;
    }
    previous = best.at;
  }
  return out;
}

/** The sum of two recordings, the second one repeated as needed and scaled. */
export function mix(samples: Float64Array, other: Float64Array, gain: number): Float64Array {
  return samples.map((x, i) => x + gain * (other[i % other.length] ?? 0));
}

/** Pieces one after the other with `gap` seconds of silence between and around, at 16 kHz. */
export function join(pieces: readonly Float64Array[], gap: number): Float64Array {
  const pause = Math.round(gap * 16_000);
  const out = new Float64Array(pieces.reduce((sum, piece) => sum + piece.length + pause, pause));
  let at = pause;
  for (const piece of pieces) {
    out.set(piece, at);
    at += piece.length + pause;
  }
  return out;
}

const halfZeros = 16;

/**
 * Changes the rate of `samples` by a Hann-windowed sinc of 16 zero crossings a side; when the new rate is lower, the
 * cut-off goes down with it, so that nothing folds back.
 */
export function resample(samples: Float64Array, from: number, to: number): Float64Array {
  if (from === to) return samples;
  const cutoff = Math.min(1, to / from);
  const reach = halfZeros / cutoff;
  const out = new Float64Array(Math.floor((samples.length * to) / from));
  for (let i = 0; i < out.length; i++) {
    const centre = (i * from) / to;
    const first = Math.max(0, Math.ceil(centre - reach));
    const last = Math.min(samples.length - 1, Math.floor(centre + reach));
    let sum = 0;
    for (let j = first; j <= last; j++) {
      const x = (j - centre) * cutoff;
      const sinc = x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
      sum += (samples[j] ?? 0) * sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / halfZeros));
    }
    out[i] = sum * cutoff;
  }
  return out;
}

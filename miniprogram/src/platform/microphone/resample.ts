/** Zero crossings of the sinc on each side: less lets hiss through, more costs time. */
const lobes = 12;

/** Sound at another rate, with what the new rate cannot hold filtered out first (a sinc under a Hann window). */
export function resample(samples: Float32Array, from: number, to: number): Float32Array {
  if (from === to) return samples.slice();
  const cutoff = Math.min(1, to / from);
  const reach = lobes / cutoff;
  const length = Math.floor((samples.length * to) / from);
  return Float32Array.from({ length }, (_, i) => {
    const centre = (i * from) / to;
    let sum = 0;
    let weights = 0;
    for (let at = Math.ceil(centre - reach); at <= centre + reach; at++) {
      const away = at - centre;
      const weight = sinc(away * cutoff) * (0.5 + 0.5 * Math.cos((Math.PI * away) / reach));
      sum += weight * (samples[at] ?? 0);
      weights += weight;
    }
    return sum / weights;
  });
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

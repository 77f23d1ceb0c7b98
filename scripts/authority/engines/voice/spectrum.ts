import FFT from 'fft.js';

/** Rate at which everything is analysed, in hertz. */
export const analysisRate = 16_000;
/** One row each 10 ms. */
export const hop = 160;
export const bandCount = 40;
const windowLength = 400;
const fftLength = 512;
const fourier = new FFT(fftLength);
const lowestHertz = 60;
const highestHertz = 7600;
/** Band levels lower than this under the loudest one of the recording count as silence: room and microphone noise. */
const rangeDecibel = 36;
/** Cost of a row as silence for each decibel of its mean band level above the floor. */
const silenceWeight = 2;

/**
 * `bands`: rows of band levels in decibels above the floor; `power`: the same rows as power, without a floor; `level`:
 * dBFS of each row; `silence`: what the row costs as silence when digits are aligned, in the unit of row distances.
 */
export interface Spectrum {
  bands: Float64Array[];
  power: Float64Array[];
  level: Float64Array;
  silence: Float64Array;
}

const mel = (hertz: number): number => 2595 * Math.log10(1 + hertz / 700);
const hertz = (m: number): number => 700 * (10 ** (m / 2595) - 1);

function makeEdges(): number[] {
  const low = mel(lowestHertz);
  const step = (mel(highestHertz) - low) / (bandCount + 1);
  return Array.from({ length: bandCount + 2 }, (_, i) => (hertz(low + i * step) * fftLength) / analysisRate);
}

const edges = makeEdges();
/** Centre of each band in hertz. */
export const bandHertz = edges.slice(1, -1).map((bin) => (bin * analysisRate) / fftLength);
const hamming = Float64Array.from(
  { length: windowLength },
  (_, i) => 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (windowLength - 1)),
);

/** For each band its first bin and the triangle weights from there on. */
const filters = Array.from({ length: bandCount }, (_, band) => {
  const [left = 0, centre = 0, right = 0] = edges.slice(band, band + 3);
  const first = Math.ceil(left);
  const weights = Float64Array.from({ length: Math.floor(right) - first + 1 }, (_, i) => {
    const k = first + i;
    return k <= centre ? (k - left) / (centre - left) : (right - k) / (right - centre);
  });
  return { first, weights };
});

function bandPower(bins: Float64Array, band: number): number {
  const { first = 0, weights = [] } = filters[band] ?? {};
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += (weights[i] ?? 0) * (bins[first + i] ?? 0);
  return sum;
}

const decibel = (power: number): number => 10 * Math.log10(power + 1e-12);

/** The mel spectrum of a recording at 16 kHz, independent of its gain. */
export function analyse(samples: Float64Array): Spectrum {
  const count = Math.max(0, Math.floor((samples.length - windowLength) / hop) + 1);
  const level = new Float64Array(count);
  const frame = new Float64Array(fftLength);
  const bins = new Float64Array(fftLength / 2 + 1);
  const complex: number[] = fourier.createComplexArray();
  const power: Float64Array[] = [];
  const bands: Float64Array[] = [];
  let peak = -200;
  for (let t = 0; t < count; t++) {
    frame.fill(0);
    let energy = 0;
    for (let i = 0; i < windowLength; i++) {
      const at = t * hop + i;
      const x = samples[at] ?? 0;
      energy += x * x;
      frame[i] = (x - 0.97 * (at > 0 ? (samples[at - 1] ?? 0) : 0)) * (hamming[i] ?? 0);
    }
    level[t] = decibel(energy / windowLength);
    fourier.realTransform(complex, frame);
    for (let k = 0; k < bins.length; k++)
      bins[k] = (complex[2 * k] ?? 0) ** 2 + (complex[2 * k + 1] ?? 0) ** 2;
    const row = new Float64Array(bandCount);
    const linear = new Float64Array(bandCount);
    for (let b = 0; b < bandCount; b++) {
      const p = bandPower(bins, b);
      linear[b] = p;
      row[b] = decibel(p);
      peak = Math.max(peak, decibel(p));
    }
    bands.push(row);
    power.push(linear);
  }
  const floor = peak - rangeDecibel;
  const silence = new Float64Array(count);
  bands.forEach((row, t) => {
    let sum = 0;
    for (let b = 0; b < bandCount; b++) {
      row[b] = Math.max(0, (row[b] ?? 0) - floor);
      sum += row[b] ?? 0;
    }
    silence[t] = (silenceWeight * sum) / bandCount;
  });
  return { bands, power, level, silence };
}

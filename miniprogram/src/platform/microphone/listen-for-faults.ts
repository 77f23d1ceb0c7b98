/** What spoils the sound itself, whoever speaks: too loud for the microphone, or sent through a headset of the old kind. */
export type VoiceFault = 'tooLoud' | 'headset';

/** Samples beyond this share of full scale are cut off, and so many of all of them are too many. */
const cut = 0.98;
const mostCut = 0.01;
/** Hertz from which nothing is left of what an old headset sends, up to 4 kHz, and from which speech is heard at all. */
const hissFrom = 5_500;
const speechFrom = 300;
/** Sections in a row: 48 dB an octave. */
const steepness = 4;
/** Share of the power above `hissFrom`: the synthetic citizens have 0.0001 and more, through 8 kHz they have up to 0.00005. */
const leastHiss = 0.00005;
/** Mean power of everything heard from which there is speech to tell by: 46 dB under full scale. */
const audible = 2.5e-5;

/**
 * Listens whether the sound is worth sending.
 * @returns takes the newest samples (-1..1) and says what is wrong with all that was heard so far
 */
export function listenForFaults(rate: number): (samples: Float32Array) => VoiceFault | undefined {
  const speech = highPass(speechFrom, rate);
  const hisses = Array.from({ length: steepness }, () => highPass(hissFrom, rate));
  let [heard, tooLoud, power, hissing] = [0, 0, 0, 0];
  return (samples) => {
    heard += samples.length;
    for (const sample of samples) {
      if (Math.abs(sample) >= cut) tooLoud++;
      power += speech(sample) ** 2;
      hissing += hisses.reduce((x, filter) => filter(x), sample) ** 2;
    }
    if (tooLoud > mostCut * heard) return 'tooLoud';
    return power > audible * heard && hissing < leastHiss * power ? 'headset' : undefined;
  };
}

/** One second-order section (RBJ cookbook, Q 0.707). */
function highPass(hertz: number, rate: number): (x: number) => number {
  const w = (2 * Math.PI * hertz) / rate;
  const alpha = Math.sin(w) / Math.SQRT2;
  const cos = Math.cos(w);
  const b0 = (1 + cos) / 2;
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  return (x) => {
    const y = (b0 * (x - 2 * x1 + x2) + 2 * cos * y1 - (1 - alpha) * y2) / (1 + alpha);
    [x2, x1, y2, y1] = [x1, x, y1, y];
    return y;
  };
}

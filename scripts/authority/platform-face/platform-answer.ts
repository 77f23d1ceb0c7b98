/** A platform's answer as it lies on the sample desk: one byte. */
const passed = 1;

export function writePlatformAnswer(end: 'pass' | 'fail'): Uint8Array {
  return Uint8Array.of(end === 'pass' ? passed : 0);
}

/** Everything but the one byte that means a pass is a fail. */
export function readPlatformAnswer(sample: Uint8Array): 'pass' | 'fail' {
  return sample.length === 1 && sample[0] === passed ? 'pass' : 'fail';
}

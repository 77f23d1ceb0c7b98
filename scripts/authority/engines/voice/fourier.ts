/** The power spectrum of one real frame of a power-of-two length: bins 0..n/2, written into `power`. */
export function powerSpectrum(frame: Float64Array, power: Float64Array): void {
  const n = frame.length;
  const re = frame;
  const im = new Float64Array(n);
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i < j) {
      const t = re[i] ?? 0;
      re[i] = re[j] ?? 0;
      re[j] = t;
    }
  }
  for (let size = 2; size <= n; size <<= 1) {
    const half = size >> 1;
    for (let k = 0; k < half; k++) {
      const cos = Math.cos((-2 * Math.PI * k) / size);
      const sin = Math.sin((-2 * Math.PI * k) / size);
      for (let a = k; a < n; a += size) {
        const b = a + half;
        const rb = re[b] ?? 0;
        const ib = im[b] ?? 0;
        const tr = rb * cos - ib * sin;
        const ti = rb * sin + ib * cos;
        const ra = re[a] ?? 0;
        const ia = im[a] ?? 0;
        re[b] = ra - tr;
        im[b] = ia - ti;
        re[a] = ra + tr;
        im[a] = ia + ti;
      }
    }
  }
  for (let k = 0; k < power.length; k++) power[k] = (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2;
}

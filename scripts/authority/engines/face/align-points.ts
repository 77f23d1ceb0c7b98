type Flat = readonly [x: number, y: number];

/** A turn, a scale and a shift: x' = a x - b y + dx, y' = b x + a y + dy. */
export interface Alignment {
  a: number;
  b: number;
  dx: number;
  dy: number;
}

const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;

/** The alignment (no mirror, no shear) that lays `from` on `to` with the least squared error. Both lists are of one length. */
export function alignPoints(from: readonly Flat[], to: readonly Flat[]): Alignment {
  const fx = mean(from.map(([x]) => x));
  const fy = mean(from.map(([, y]) => y));
  const tx = mean(to.map(([x]) => x));
  const ty = mean(to.map(([, y]) => y));
  let along = 0;
  let across = 0;
  let size = 0;
  from.forEach(([x, y], index) => {
    const [u, v] = to[index] ?? [tx, ty];
    along += (x - fx) * (u - tx) + (y - fy) * (v - ty);
    across += (x - fx) * (v - ty) - (y - fy) * (u - tx);
    size += (x - fx) ** 2 + (y - fy) ** 2;
  });
  const a = size > 0 ? along / size : 1;
  const b = size > 0 ? across / size : 0;
  return { a, b, dx: tx - a * fx + b * fy, dy: ty - b * fx - a * fy };
}

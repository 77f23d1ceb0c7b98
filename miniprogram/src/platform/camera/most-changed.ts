/**
 * The places, in their order, of the `count` sketches that differ the most from `neutral`: of a window's frames those in
 * which the prompt is done, whenever the person did it. The later ones where all are alike.
 * @param sketches equally long arrays of grey values
 */
export function mostChanged(neutral: Uint8Array, sketches: readonly Uint8Array[], count: number): number[] {
  return sketches
    .map((sketch, place) => ({ place, change: difference(neutral, sketch) }))
    .sort((a, b) => b.change - a.change || b.place - a.place)
    .slice(0, count)
    .map(({ place }) => place)
    .sort((a, b) => a - b);
}

function difference(a: Uint8Array, b: Uint8Array): number {
  return a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0);
}

import type { AcceptancePoint } from '../../../../shared/contract/officer/terms.ts';

/** Those of which name, city or address has all that was typed, in any order and however it was spaced; none where nothing was. */
export function findPoints(points: readonly AcceptancePoint[], typed: string): AcceptancePoint[] {
  const words = typed.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return points.filter(({ name, city, address }) => {
    const said = `${city} ${name} ${address}`.normalize('NFKC').toLowerCase();
    return words.every((word) => said.includes(word));
  });
}

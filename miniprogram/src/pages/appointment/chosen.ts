import type { AcceptancePoint } from '../../../../shared/contract/officer/terms.ts';

/** What was chosen so far: each answer leads to the next question. `city`: where the places of one are listed. */
export type Chosen =
  | { at: 'place'; city?: string }
  | { at: 'day'; city?: string; point: AcceptancePoint }
  | { at: 'part'; city?: string; point: AcceptancePoint; day: string };

/** One question back; undefined where this is the first. */
export function questionBefore(chosen: Chosen): Chosen | undefined {
  const atCity = chosen.city === undefined ? {} : { city: chosen.city };
  switch (chosen.at) {
    case 'place':
      return chosen.city === undefined ? undefined : { at: 'place' };
    case 'day':
      return { at: 'place', ...atCity };
    case 'part':
      return { at: 'day', ...atCity, point: chosen.point };
  }
}

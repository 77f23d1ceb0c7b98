import * as limits from '../../../../shared/limits.ts';
import type { Place } from '../../kit/place.ts';
import type { Phase } from '../check.ts';

/** What has the focus when a phase begins, and whenever the focus would be lost otherwise. */
export const focusOf = {
  open: 'state',
  'more-time': 'state',
  claimed: 'state',
  word: 'word',
  again: 'word',
  taken: 'state',
  passed: 'next',
  failed: 'next',
  declined: 'next',
  staffed: 'next',
  cancelled: 'next',
  expired: 'next',
  aborted: 'next',
  ready: 'next',
} as const satisfies Record<Phase, string>;

/** While the code is shown, somebody may be at a button: another cause to wait takes the focus from nobody. */
const unmoved: readonly Phase[] = ['more-time', 'claimed'];

/** Moves the focus where the phase has it; without a phase, to the button that starts a check. In somebody else's page it is not taken from
 * what is theirs. @returns the id of what has it now */
export function focusFor(place: Place, phase: Phase | undefined, began: boolean): string {
  if (place.isFocusElsewhere()) return '';
  const target = phase === undefined ? 'start' : focusOf[phase];
  const stays = !began || (phase !== undefined && unmoved.includes(phase));
  if (!stays || isLost(place)) place.element(target, HTMLElement).focus({ preventScroll: target !== 'word' });
  return place.focused()?.id ?? '';
}

/** Nobody has it, or what had it is no longer to be seen. */
function isLost(place: Place): boolean {
  const focused = place.focused();
  return focused === null || focused === document.body || !focused.checkVisibility();
}

/**
 * Where a click into the empty page has taken the focus from everything, digits still reach the counter word and Enter the button whose
 * turn it is.
 */
export function catchKeys(place: Place, phase: () => Phase | undefined, gone?: AbortSignal): void {
  const caught = (event: KeyboardEvent) => {
    if (place.isFocusElsewhere()) return;
    const now = phase();
    const target = now === undefined ? 'start' : focusOf[now];
    const digit =
      target === 'word' && /^[0-9]$/.test(event.key) && !(place.focused() instanceof HTMLInputElement);
    if (!digit && !(event.key === 'Enter' && isLost(place))) return;
    place.element(target, HTMLElement).focus();
  };
  document.addEventListener('keydown', caught, gone === undefined ? {} : { signal: gone });
}

/** Calls `act` for a press that is not the tail of the one before: what has just appeared under a finger was not meant. */
export function onMeant({ on }: Place, id: string, act: () => void, appeared: () => number): void {
  on(id, 'click', () => {
    if (performance.now() - appeared() >= limits.strayKey) act();
  });
}

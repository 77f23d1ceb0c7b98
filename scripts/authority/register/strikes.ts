import { type Ceremony, ceremonies } from '../../../shared/ceremonies.ts';
import * as limits from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';

type Needs = Pick<AuthorityPorts, 'now' | 'store'>;

/**
 * When the person may try again, or undefined where nothing is locked. Counted by person, so that a new credential does
 * not unlock, and together over all ceremonies in which a credential is shown, so that one more of them is no more tries: what
 * strangers apply for never counts.
 */
export function lockedUntil({ now, store }: Needs, person: string, ceremony: Ceremony): number | undefined {
  const { lockedUntil: until } = store.strikes.of(person, countedAs(ceremony));
  return until > now() ? until : undefined;
}

/** Counts a failure; the last allowed one locks. A lock that has ended begins a new count. */
export function strike({ now, store }: Needs, person: string, ceremony: Ceremony): void {
  const before = store.strikes.of(person, countedAs(ceremony));
  if (before.lockedUntil > now()) return;
  const failures = (before.lockedUntil > 0 ? 0 : before.failures) + 1;
  const locks = failures >= limits.failuresBeforeLock;
  store.strikes.put(person, countedAs(ceremony), {
    failures,
    lockedUntil: locks ? now() + limits.lockDuration : 0,
  });
}

/** A pass begins a new count. */
export function clearStrikes({ store }: Needs, person: string, ceremony: Ceremony): void {
  store.strikes.put(person, countedAs(ceremony), { failures: 0, lockedUntil: 0 });
}

/** Under which name a failure stands. */
function countedAs(ceremony: Ceremony): Ceremony {
  return ceremonies[ceremony].personBy === 'credential' ? 'verify' : ceremony;
}

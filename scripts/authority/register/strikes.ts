import type { Ceremony } from '../../../shared/ceremonies.ts';
import { limits } from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';

type Needs = Pick<AuthorityPorts, 'now' | 'store'>;

/**
 * When the person may try again, or undefined where nothing is locked. Counted by person, so that a new credential does
 * not unlock, and apart for each ceremony in which a credential is shown: what strangers apply for never counts.
 */
export function lockedUntil({ now, store }: Needs, person: string, ceremony: Ceremony): number | undefined {
  const { lockedUntil: until } = store.strikes.of(person, ceremony);
  return until > now() ? until : undefined;
}

/** Counts a failure; the last allowed one locks. A lock that has ended begins a new count. */
export function strike({ now, store }: Needs, person: string, ceremony: Ceremony): void {
  const before = store.strikes.of(person, ceremony);
  if (before.lockedUntil > now()) return;
  const failures = (before.lockedUntil > 0 ? 0 : before.failures) + 1;
  const locks = failures >= limits.failuresBeforeLock;
  store.strikes.put(person, ceremony, { failures, lockedUntil: locks ? now() + limits.lockDuration : 0 });
}

/** A pass begins a new count. */
export function clearStrikes({ store }: Needs, person: string, ceremony: Ceremony): void {
  store.strikes.put(person, ceremony, { failures: 0, lockedUntil: 0 });
}

import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Case, Officer, WaitingPlace } from '../ports/officers.ts';
import { isRelated } from './is-related.ts';
import { waitsSince } from './still-waits.ts';

/** Cases, and where the ones after them begin: undefined where they were the last. */
export interface WaitingPage {
  cases: Case[];
  next: WaitingPlace | undefined;
}

/**
 * Cases that this officer may decide: in none of them had they a hand, and none is of their own. Those for which somebody waits come before drawn ones, those of
 * the own point before others, and the oldest first.
 */
export function waitingFor(
  ports: AuthorityPorts,
  officer: Officer,
  { most, after }: { most: number; after?: WaitingPlace | undefined },
): WaitingPage {
  const by = { reviewer: officer.person, pointId: officer.pointId ?? '', since: waitsSince(ports) };
  const found: { case: Case; place: WaitingPlace }[] = [];
  let place = after;
  for (let more = true; more && found.length <= most; ) {
    const rows = ports.store.cases.waiting(by, { most: most + 1, after: place });
    found.push(...rows.filter((row) => mayReview(ports, row.case, officer)));
    place = rows.at(-1)?.place;
    more = rows.length > most;
  }
  const shown = found.slice(0, most);
  return {
    cases: shown.map((row) => row.case),
    next: found.length > most ? shown.at(-1)?.place : undefined,
  };
}

/** Of those the ones whose session has this short name, which the holder's phone shows. There may be two: it is no number of its own. */
export function waitingAs(ports: AuthorityPorts, officer: Officer, reference: string): Case[] {
  return ports.store.cases
    .waitingAs(reference, waitsSince(ports))
    .filter((found) => mayReview(ports, found, officer));
}

/** Whether only others have decided it until now, also in earlier reviews, and about somebody else. Who was another officer before is the same person. */
export function mayReview(ports: AuthorityPorts, { id, person }: Case, officer: Officer): boolean {
  return !isRelated(ports, person, officer) && !ports.store.cases.hasHandIn(id, officer.person);
}

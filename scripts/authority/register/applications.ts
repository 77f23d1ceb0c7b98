import type { AuthorityChallengeBody } from '../../../shared/contract/authority/03-challenge.ts';
import * as limits from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Tries } from '../ports/store.ts';

type Needs = Pick<AuthorityPorts, 'now' | 'store'>;

/** Stands in the place of a person where all persons of an applicant are counted, and the other way round. */
const all = '';

/** Who is counted: the holder, or the device where the BFF names no holder. */
export function applicantOf(asked: Pick<AuthorityChallengeBody, 'applicant' | 'deviceThumbprint'>): string {
  return asked.applicant ?? asked.deviceThumbprint;
}

/**
 * When the applicant may apply again, or undefined where nothing is in the way. Counted over all persons whom the applicant named:
 * it says nothing of any of them.
 */
export function applicantRestsUntil(needs: Needs, applicant: string): number | undefined {
  return fullUntil(needs, all, applicant, limits.triesPerApplicant);
}

/**
 * Whether tries of this applicant as this person count no more. Counted by the pair, so that an impostor's tries never lock the
 * citizen's own, and over all applicants of the person, which spares those who passed as the person before.
 */
export function isTriedOut(needs: Needs, person: string, applicant: string): boolean {
  if (fullUntil(needs, person, applicant, limits.triesPerPair) !== undefined) return true;
  if (needs.store.tries.of(person, applicant)?.passed === true) return false;
  return fullUntil(needs, person, all, limits.triesPerPerson) !== undefined;
}

/** Counts a try that did not fit, or was an attack: by the pair, by the applicant and by the person, known or not. */
export function countTry({ now, store }: Needs, person: string, applicant: string): void {
  for (const [who, whose] of [
    [person, applicant],
    [all, applicant],
    [person, all],
  ] as const) {
    const before = store.tries.of(who, whose);
    const current = before !== undefined && !isOver(before, now()) ? before : { tries: 0, since: now() };
    store.tries.put(who, whose, {
      tries: current.tries + 1,
      since: current.since,
      passed: before?.passed ?? false,
    });
  }
}

/**
 * A pass begins a new count of the pair, and forgives the applicant what was tried as this person: what was tried as others stays
 * counted, or a pass of one's own now and then would buy tries without end. So does what others tried as the person.
 */
export function notePass({ now, store }: Needs, person: string, applicant: string): void {
  const current = (who: string) => {
    const counted = store.tries.of(who, applicant);
    return counted === undefined || isOver(counted, now()) ? undefined : counted;
  };
  const total = current(all);
  const tries = Math.max(0, (total?.tries ?? 0) - (current(person)?.tries ?? 0));
  store.tries.put(person, applicant, { tries: 0, since: now(), passed: true });
  store.tries.put(all, applicant, { tries, since: total?.since ?? now(), passed: false });
}

function fullUntil(
  { now, store }: Needs,
  person: string,
  applicant: string,
  most: number,
): number | undefined {
  const counted = store.tries.of(person, applicant);
  if (counted === undefined || counted.tries < most || isOver(counted, now())) return undefined;
  return counted.since + limits.triesWindow;
}

function isOver({ since }: Pick<Tries, 'since'>, now: number): boolean {
  return now >= since + limits.triesWindow;
}

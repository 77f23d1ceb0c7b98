import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge, Credential, Person } from '../ports/store.ts';
import { applicantOf, isTriedOut } from '../register/applications.ts';
import { credentialNow } from '../register/credential-standing.ts';
import { bringAlong } from './bring-along.ts';
import { type Decision, type Issue, notMatched } from './decision.ts';
import { renewable, renewed } from './renewal.ts';

/** A decision and, of a pass that brings one, the credential as it is issued in this very write. */
export type Brought = Decision & {
  brings?: { credential: Credential; newPerson: Person | undefined; born?: string | undefined };
};

/**
 * Makes the credential that a pass brings of what stands at this moment: level, voice and whatever else goes along with it are those of the
 * credential before it as it is now, not as it was when the engines began. A pass of an applicant who was tried out meanwhile is none, nor one for a number
 * that became somebody's meanwhile. Called within `store.together`.
 */
export function bringCredential(ports: AuthorityPorts, challenge: Challenge, decided: Decision): Brought {
  const { issue, person, outcome } = decided;
  if (issue === undefined || outcome !== 'pass' || person === undefined) return decided;
  switch (issue.by) {
    case 'move': {
      const before = credentialNow(ports, challenge.asked.credential ?? '');
      // It was erased meanwhile.
      if (before === undefined) return { ...decided, outcome: 'fail', hints: [] };
      const credential = bringAlong(ports, challenge, before);
      return { ...decided, level: credential.level, brings: { credential, newPerson: undefined } };
    }
    case 'application': {
      if (!isFree(ports, challenge, person, issue.newPerson)) return { ...decided, ...notMatched };
      const { newPerson, born } = issue;
      const credential = ofApplication(ports, challenge, person, issue);
      return { ...decided, level: credential.level, brings: { credential, newPerson, born } };
    }
  }
}

function isFree(
  ports: AuthorityPorts,
  { asked }: Challenge,
  person: string,
  newPerson: Person | undefined,
): boolean {
  return newPerson === undefined
    ? !isTriedOut(ports, person, applicantOf(asked))
    : ports.store.people.find(newPerson.person) === undefined;
}

/** What was frozen, reported, taken over, lowered or replaced meanwhile renews nothing: the application brings what any other does. */
function ofApplication(
  ports: AuthorityPorts,
  challenge: Challenge,
  person: string,
  { credential, renews }: Extract<Issue, { by: 'application' }>,
): Credential {
  const before = renews === undefined ? undefined : renewable(ports, person, challenge);
  return before !== undefined && before.handle === renews ? renewed(credential, before) : credential;
}

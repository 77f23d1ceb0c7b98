import type { DelegationTerms } from '../../../shared/contract/family/terms.ts';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { isRelated } from '../officers/is-related.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Bound, Delegation } from '../ports/family.ts';
import type { Point } from '../ports/officers.ts';
import type { Credential } from '../ports/store.ts';
import { credentialNow, newCredential } from '../register/credential-standing.ts';
import { issueCredential } from '../register/issue-credential.ts';
import { keepConsent } from '../register/keep-consent.ts';
import { delegationEnds } from './form-ends.ts';
import { hasOwnCredential } from './has-own-credential.ts';

/**
 * Whether none of the officers who signed is of the ward's family, or the ward, the guardian answers for few enough others, and the ward has come to no credential
 * of their own meanwhile.
 */
export function mayBind(ports: AuthorityPorts, guardian: string, { words, ward }: Bound): boolean {
  const others = ports.store.delegations.ofGuardian(guardian).filter((each) => each.ward !== ward);
  if (others.length >= limits.wardsPerGuardian || hasOwnCredential(ports, ward)) return false;
  return words.every(({ officerId }) => {
    const officer = ports.store.officers.find(officerId);
    return officer !== undefined && !isRelated(ports, ward, officer);
  });
}

/**
 * Registers that the guardian answers for the ward from now on, in the place of what was registered between the two before. What is shown for the ward has no
 * device, and is one and the same for all guardians.
 */
export function recordBinding(
  ports: AuthorityPorts,
  { guardian, bound, point }: { guardian: string; bound: Bound; point: Pick<Point, 'pointId'> },
): { credential: Delegation['credential']; terms: DelegationTerms } {
  const { store, now, random } = ports;
  const { ward, born, relation, form, scenes, words, consent } = bound;
  for (const before of store.delegations.ofGuardian(guardian))
    if (before.ward === ward) store.delegations.end(before.id, now());
  const delegation: Delegation = {
    ...{ id: newId('del', random), guardian, ward, credential: credentialOf(ports, bound) },
    ...{ relation, form, scenes: [...scenes], since: now() },
    ...{ endsAt: delegationEnds({ born, form, cardEnds: bound.cardEnds }, now()), endedAt: undefined },
    pointId: point.pointId,
  };
  store.delegations.add(delegation, words);
  store.people.keepBorn(ward, born);
  if (consent !== undefined)
    keepConsent(ports, delegation.credential, { form: 'kin', subject: 'face' }, consent);
  const { id, credential, endsAt } = delegation;
  return { credential, terms: { delegationId: id, relation, form, scenes: [...scenes], endsAt } };
}

/** It lasts no longer than the card by which its person was bound last. */
function credentialOf(
  ports: AuthorityPorts,
  { ward, face, document, cardEnds }: Bound,
): Delegation['credential'] {
  const { store, now, random } = ports;
  const there = credentialNow(ports, store.credentials.aliveOf(ward) ?? '');
  // One that has ended by itself may not be written down as void yet.
  if (there !== undefined && there.state !== 'void') {
    store.credentials.put({ ...there, endsAt: cardEnds });
    return there.handle;
  }
  const handle = newId('crd', random);
  const credential: Credential = {
    ...{ handle, person: ward, level: 'basic', ...newCredential, since: now(), hasVoice: false },
    ...{ face, voice: undefined, device: undefined, endsAt: cardEnds },
  };
  issueCredential(ports, credential, document === 'card' ? 'card' : 'paper');
  return handle;
}

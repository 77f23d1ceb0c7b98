import { ceremonyNames } from '../../../shared/ceremonies.ts';
import { dateInChina } from '../../../shared/china-calendar.ts';
import type { ExportClaims } from '../../../shared/contract/authority/export.ts';
import * as limits from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Template } from '../ports/engines.ts';
import type { Delegation } from '../ports/family.ts';
import type { Credential } from '../ports/store.ts';
import { delegationState } from './delegation-state.ts';

type Needs = Pick<AuthorityPorts, 'now' | 'settings' | 'store'>;

/**
 * All that is held of the person of a credential, by kinds, terms and days: nobody else of whom it tells can be known by it, neither ward
 * nor guardian nor officer. Which table it leaves out, and why, says `held-of.test.ts`.
 * @param device for which the credential was issued
 */
export function heldOf(needs: Needs, credential: Credential, device: string): ExportClaims {
  const { now, settings, store } = needs;
  const { handle, person, level, state, reason, since, face, voice } = credential;
  const known = store.people.find(person);
  const { earlier, heard, tries, pins } = store.held.countsOf(person);
  return {
    ...{ iss: settings.issuer, iat: Math.floor(now() / 1000), sandbox: true },
    credential: {
      ...{ handle, level, state, ...(reason && { reason }), since, device },
      ...(store.credentials.receiptKeyOf(handle) !== undefined && { receiptKey: true as const }),
    },
    ...{ earlier, heard, tries },
    ...(face && { face: reference(face) }),
    ...(voice && { voice: reference(voice) }),
    ...(pins > 0 && { pin: true as const }),
    consents: store.consents.of(handle),
    register: {
      ...{ photo: known?.photo !== undefined, byApplication: known?.byApplication ?? false },
      ...(known?.born !== undefined && { born: known.born }),
    },
    failures: store.held.locksOf(person).flatMap(({ ceremony, ...counted }) => {
      const name = ceremonyNames.find((each) => each === ceremony);
      return name === undefined ? [] : [{ ceremony: name, ...counted }];
    }),
    challenges: store.held.lately(handle, device).map(({ ceremony, rpName, scene, exp }) => {
      return { ceremony, rpName, scene, expiresAt: exp * 1000 };
    }),
    delegations: store.delegations
      .about(person, limits.exportedDelegations)
      .map((delegation) => termsFor(needs, person, delegation)),
    raises: store.cases.ofPerson(person, limits.exportedRaises).flatMap((found) => {
      const { at, pointId, cardRead, words, state } = found;
      const terms = { day: dateInChina(at), point: pointName(needs, pointId), card: cardRead, state };
      return words.slice(0, 1).map(({ decision }) => ({ ...terms, decision: decision.outcome }));
    }),
    offices: store.officers
      .officesOf(person, limits.exportedOffices)
      .map(({ revokedAt, ...office }) => ({ ...office, ...(revokedAt !== undefined && { revokedAt }) })),
  };
}

function termsFor(needs: Needs, person: string, delegation: Delegation): ExportClaims['delegations'][number] {
  const { guardian, relation, form, scenes, pointId, since, endsAt, endedAt } = delegation;
  const side = guardian === person ? 'guardian' : 'ward';
  const state = delegationState(needs, delegation);
  return {
    ...{ as: side, relation, form, scenes: [...scenes], point: pointName(needs, pointId), since },
    ends: endedAt ?? endsAt,
    // That it rests tells of the guardian's own credential.
    state: side === 'ward' && state === 'rests' ? 'active' : state,
  };
}

/** As people find it. */
function pointName({ store }: Needs, pointId: string): string {
  return store.points.find(pointId)?.name ?? pointId;
}

/** What a template holds helps nobody but who compares by it, and who wants to pass for somebody. */
function reference({ engine, bytes }: Template) {
  return { engine, bytes: bytes.length };
}

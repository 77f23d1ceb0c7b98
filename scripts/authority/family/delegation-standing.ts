import type { DelegationStanding } from '../../../shared/contract/authority/family.ts';
import type { WardForm } from '../../../shared/family.ts';
import * as limits from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Delegation } from '../ports/family.ts';
import { bornOf } from '../register/age-on.ts';
import { credentialNow } from '../register/credential-standing.ts';
import { delegationState, formNow } from '../register/delegation-state.ts';
import { formEnds } from './form-ends.ts';

type Needs = Pick<AuthorityPorts, 'now' | 'store'>;

/** How a delegation stands at this moment, as the BFF is told of it. */
export function delegationStanding(ports: Needs, delegation: Delegation): DelegationStanding {
  const { id, relation, form, scenes, endsAt } = delegation;
  const renewable = renewableForm(ports, delegation);
  return {
    ...{ delegationId: id, relation, form, scenes: [...scenes], endsAt },
    state: delegationState(ports, delegation),
    ...(renewable !== undefined && { renewable }),
  };
}

/**
 * In which form it can be renewed now: the same within the last month of its year, and the next one for a month after the fourteenth birthday, which has
 * ended the old one. Never what somebody has ended, nor what is shown for nobody any more, nor past the ward's ID card: that is read at a desk.
 */
export function renewableForm(ports: Needs, delegation: Delegation): WardForm | undefined {
  const { endedAt, endsAt, form } = delegation;
  const next = formNow(ports, delegation);
  const now = ports.now();
  const ward = credentialNow(ports, delegation.credential);
  if (endedAt !== undefined || next === undefined || ward === undefined || ward.state === 'void')
    return undefined;
  if (next !== form) {
    const grown = form === 'under-14' && next === 'under-18';
    return grown && now < endsAt + limits.delegationFormGrace ? next : undefined;
  }
  const atBirthday = formEnds(bornOf(ports.store, delegation.ward) ?? '', form) === endsAt;
  const due = now >= endsAt - limits.delegationRenewal && now < endsAt;
  return due && !atBirthday && ward.endsAt !== endsAt ? form : undefined;
}

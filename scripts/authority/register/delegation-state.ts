import { type DelegationState, type WardForm, wardFormAt } from '../../../shared/family.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Delegation } from '../ports/family.ts';
import { ageOn, bornOf } from './age-on.ts';
import { credentialNow } from './credential-standing.ts';

type Needs = Pick<AuthorityPorts, 'now' | 'store'>;

/**
 * How a delegation stands at this moment. What ends by itself has ended on time: a year that went by, and at the birthday in China the form of a child.
 * It rests while the guardian's own credential cannot be used, and is over with the ward's.
 */
export function delegationState(ports: Needs, delegation: Delegation): DelegationState {
  const { endedAt, endsAt, credential, guardian, form } = delegation;
  const ward = credentialNow(ports, credential);
  if (endedAt !== undefined || endsAt <= ports.now() || ward === undefined || ward.state === 'void')
    return 'ended';
  if (formNow(ports, delegation) !== form) return 'ended';
  const own = credentialNow(ports, ports.store.credentials.aliveOf(guardian) ?? '');
  return own?.state === 'active' ? 'active' : 'rests';
}

/** The form that the ward's age asks for today. */
export function formNow({ store, now }: Needs, { ward }: Delegation): WardForm | undefined {
  const born = bornOf(store, ward);
  return born === undefined ? undefined : wardFormAt(ageOn(born, now()));
}

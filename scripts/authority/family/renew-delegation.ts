import type { DelegationStanding } from '../../../shared/contract/authority/family.ts';
import { readGuardianWord } from '../../../shared/guardian/read-guardian-word.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Delegation } from '../ports/family.ts';
import { bornOf } from '../register/age-on.ts';
import { credentialNow } from '../register/credential-standing.ts';
import { delegationStanding, renewableForm } from './delegation-standing.ts';
import { delegationEnds } from './form-ends.ts';

/**
 * Another year, in the form that the ward's age asks for, by the word of the guardian's own device. Twice is once: the second word finds nothing to renew.
 * @throws Problem delegation-over, delegation-rests, renewal-early, guardian-word-refused
 */
export function renewDelegation(ports: AuthorityPorts, id: string, text: string): DelegationStanding {
  const { store, now } = ports;
  return store.together(() => {
    const found = store.delegations.find(id);
    if (found === undefined || found.endedAt !== undefined) throw new Problem('delegation-over');
    const own = credentialNow(ports, store.credentials.aliveOf(found.guardian) ?? '');
    const word = readGuardianWord(text, own?.device ?? '', now());
    if (word?.act !== 'renew' || word.delegation !== id) throw new Problem('guardian-word-refused');
    if (own?.state !== 'active') throw new Problem('delegation-rests');
    const form = renewableForm(ports, found);
    if (form === undefined) throw new Problem(isOver(found, now()) ? 'delegation-over' : 'renewal-early');
    if (word.form !== form) throw new Problem('guardian-word-refused');
    const born = bornOf(store, found.ward) ?? '';
    const from = form === found.form ? found.endsAt : now();
    const cardEnds = store.credentials.find(found.credential)?.endsAt;
    const endsAt = delegationEnds({ born, form, cardEnds }, from);
    store.delegations.renew(id, { form, endsAt });
    return delegationStanding(ports, { ...found, form, endsAt });
  });
}

const isOver = ({ endsAt }: Delegation, now: number) => endsAt <= now;

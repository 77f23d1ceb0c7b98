import type { AuthorityPorts } from '../ports/authority-ports.ts';
import { credentialNow } from '../register/credential-standing.ts';

/**
 * Whether the person has a credential on a phone of their own: one that no guardian has ever shown. Nobody is bound who has one, and it is looked at
 * again as the binding is written, or a guardian would come to show it.
 */
export function hasOwnCredential(ports: Pick<AuthorityPorts, 'now' | 'store'>, person: string): boolean {
  const { credentials, delegations } = ports.store;
  const alive = credentialNow(ports, credentials.aliveOf(person) ?? '');
  return alive !== undefined && alive.state !== 'void' && delegations.ofCredential(alive.handle).length === 0;
}

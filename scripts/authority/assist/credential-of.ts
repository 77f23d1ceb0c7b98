import { ceremonies } from '../../../shared/ceremonies.ts';
import type { CredentialState } from '../../../shared/credentials.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Credential } from '../ports/store.ts';
import { credentialNow } from '../register/credential-standing.ts';

const states: readonly CredentialState[] = ceremonies.assist.shownIn;

/** The credential of the person that a card may stand for at this moment: never one whose card is reported lost. */
export function credentialOf(ports: AuthorityPorts, person: string): Credential | undefined {
  const own = ports.store.credentials.ofPerson(person).map(({ handle }) => credentialNow(ports, handle));
  return own.find((credential) => credential !== undefined && states.includes(credential.state));
}

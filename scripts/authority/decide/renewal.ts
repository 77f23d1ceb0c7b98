import { mayBeValidUntil } from '../../../shared/card-validity.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge, Credential } from '../ports/store.ts';
import { credentialNow } from '../register/credential-standing.ts';
import type { LookedUp } from '../register/look-up-applicant.ts';

/**
 * The strict credential that an application renews: it is active, neither frozen nor reported lost, and the application comes from the very
 * device for which it was issued. Whoever has lost any of these applies like anybody else, for basic.
 */
export function renewable(
  ports: Pick<AuthorityPorts, 'now' | 'store'>,
  person: string,
  { claims }: Challenge,
): Credential | undefined {
  const handle = ports.store.credentials.aliveOf(person);
  const credential = handle === undefined ? undefined : credentialNow(ports, handle);
  if (credential === undefined) return undefined;
  const { state, level, device } = credential;
  return state === 'active' && level === 'strict' && device === claims.deviceThumbprint
    ? credential
    : undefined;
}

/**
 * Whether what was typed can be on a card of that person: nobody looks at the card here, so that a level which an officer gave is never
 * made to last longer than the next card can.
 */
export function isPlausible(
  { now }: Pick<AuthorityPorts, 'now'>,
  { validUntil, birthDate }: Pick<LookedUp, 'validUntil' | 'birthDate'>,
): boolean {
  return mayBeValidUntil(validUntil, birthDate, now());
}

/** What is renewed keeps the level, and the voice that stands behind it, or that none does: a new recording is nobody's word for whose it is. */
export function renewed(credential: Credential, before: Credential): Credential {
  const { level, hasVoice, voiceWithdrawn, voice } = before;
  return { ...credential, level, hasVoice, voiceWithdrawn, voice, face: credential.face ?? before.face };
}

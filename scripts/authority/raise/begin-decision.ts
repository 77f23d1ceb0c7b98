import { generateAuthenticationOptions } from '@simplewebauthn/server';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { BegunDecision } from '../../../shared/contract/raise/08-decision.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { answersAgree, type RaiseDecision } from '../../../shared/raise/decision.ts';
import { decisionHash } from '../../../shared/raise/decision-hash.ts';
import { begin } from '../officers/begun.ts';
import { webauthnOrigin } from '../officers/webauthn-origin.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { OfficerPasskey } from '../ports/officers.ts';
import { type Decidable, decidable } from './decidable.ts';

/**
 * What the passkey of an officer signs of a raise: this decision, over exactly the samples that have come.
 * @throws Problem decision-invalid, and whatever `decidable` throws
 */
export async function beginDecision(
  ports: AuthorityPorts,
  challengeId: string,
  { shiftId, decision }: { shiftId: string; decision: RaiseDecision },
): Promise<BegunDecision> {
  const found = decidable(ports, challengeId, shiftId);
  if (!answersAgree(decision) || contradicts(found, decision)) throw new Problem('decision-invalid');
  const salt = encodeBase64url(ports.random(32));
  const { evidence, standing } = found;
  const { sessionId, nonce } = found.challenge.claims;
  const challenge = decisionHash({ sessionId, challengeId, nonce, shiftId, salt, decision, evidence });
  const about = `${challengeId} ${shiftId}`;
  const held = JSON.stringify({ decision, salt });
  const ceremony = begin(ports, { purpose: 'decide', about, challenge, held });
  const keys = ports.store.officers.passkeysOf(standing.officer.id);
  return { ceremony, options: await signOptions(ports, challenge, keys), salt, evidence };
}

/** What `navigator.credentials.get()` takes to have one of these passkeys sign. */
export async function signOptions(
  ports: AuthorityPorts,
  challenge: Uint8Array,
  passkeys: readonly OfficerPasskey[],
): Promise<object> {
  return generateAuthenticationOptions({
    rpID: webauthnOrigin(ports).rpId,
    challenge: new Uint8Array(challenge),
    ...{ timeout: limits.officerDecision, userVerification: 'required' },
    allowCredentials: passkeys.filter(({ revokedAt }) => revokedAt === undefined).map(({ id }) => ({ id })),
  });
}

/** An exception is what the session says it is, and both officers name the same. */
function contradicts({ challenge, earlier }: Decidable, { exception }: RaiseDecision): boolean {
  const noFace = challenge.asked.exception === 'no-face';
  if (noFace !== (exception === 'no-face')) return true;
  return earlier.some(({ decision }) => decision.exception !== exception);
}

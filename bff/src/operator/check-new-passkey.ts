import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { CreatedPasskey } from '../../../shared/contract/operator/passkey.ts';
import type { OperatorId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { consoleAddress } from '../config/console-address.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { beginCeremony, type Ceremony, challengeOf } from './ceremony.ts';
import { passkeysOf } from './passkeys-of.ts';

/** Ed25519, ES256 and RS256 (RFC 9053): what passkeys sign with. */
const algorithms = [-8, -7, -257];
const rpName = 'Liangzheng';

/**
 * Asks for a new passkey that its owner is found by (a discoverable credential) and that verifies its owner. No attestation: who made
 * the device is nobody's business here.
 */
export async function beginPasskey(
  ports: Ports,
  ceremony: Ceremony,
  { operatorId, name }: { operatorId: OperatorId; name: string },
): Promise<{ ceremony: string; options: object }> {
  const begun = await beginCeremony(ports, ceremony);
  const options = await generateRegistrationOptions({
    ...{ rpName, rpID: consoleAddress(ports.settings.publicUrl).rpId },
    ...{ userName: name, userDisplayName: name, userID: new TextEncoder().encode(operatorId) },
    challenge: begun.challenge,
    timeout: limits.passkeyCeremony,
    attestationType: 'none',
    excludeCredentials: await passkeysOf(ports, operatorId),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  });
  return { ceremony: begun.ceremony, options };
}

/**
 * Checks a new passkey against the ceremony that asked for it (WebAuthn level 3, section 7.1): challenge, origin, RP id, and that its
 * owner was verified. Answers the statement that keeps it, which fails as `duplicate` for one that is known.
 * @throws Problem passkey-refused
 */
export async function checkNewPasskey(
  ports: Ports,
  expected: Ceremony,
  given: { ceremony: string; passkey: CreatedPasskey; passkeyName: string; operatorId: OperatorId },
): Promise<Statement> {
  const { origin, rpId } = consoleAddress(ports.settings.publicUrl);
  const checked = await verifyRegistrationResponse({
    response: given.passkey,
    expectedChallenge: challengeOf(ports, given.ceremony, expected),
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch((fault: unknown) => {
    throw fault instanceof Problem ? fault : new Problem('passkey-refused', { cause: fault });
  });
  if (!checked.verified || !checked.registrationInfo.userVerified) throw new Problem('passkey-refused');
  const { id, publicKey, counter } = checked.registrationInfo.credential;
  return {
    sql: `insert into passkeys (id, operator_id, name, public_key, counter, transports, added_at)
      values (:id, :operatorId, :name, :publicKey, :counter, :transports, :now)`,
    params: {
      ...{ id, operatorId: given.operatorId, name: given.passkeyName, counter },
      ...{ publicKey: encodeBase64url(publicKey), now: ports.now() },
      transports: (given.passkey.response.transports ?? []).join(' '),
    },
  };
}

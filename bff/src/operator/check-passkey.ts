import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { decodeBase64url, encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { PasskeyAssertion } from '../../../shared/contract/operator/passkey.ts';
import { asId, type OperatorId } from '../../../shared/ids.ts';
import { Problem } from '../../../shared/problem.ts';
import { consoleAddress } from '../config/console-address.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { type Ceremony, challengeOf } from './ceremony.ts';

/**
 * Checks what a passkey signed (WebAuthn level 3, section 7.2): challenge, origin, RP id, signature, that its owner was verified and is
 * the operator whom the passkey names, and that its counter went on. Answers who that is, and the statement that keeps the counter,
 * which comes to nothing where another sign-in was first.
 * @throws Problem passkey-refused, whatever it was
 */
export async function checkPasskey(
  ports: Ports,
  expected: Ceremony,
  given: { ceremony: string; assertion: PasskeyAssertion },
): Promise<{ operatorId: OperatorId; used: Statement }> {
  const isOfCeremony = challengeOf(ports, given.ceremony, expected);
  const { assertion } = given;
  const [known] = await ports.db.read(
    `select passkeys.id, operator_id, public_key, counter from passkeys
      join operators on operators.id = passkeys.operator_id
      where passkeys.id = :id and operators.revoked_at is null`,
    { id: assertion.id },
  );
  if (known === undefined) {
    await isOfCeremony('');
    throw new Problem('passkey-refused');
  }
  const { origin, rpId } = consoleAddress(ports.settings.publicUrl);
  const before = Number(known.counter);
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: assertion,
    expectedChallenge: isOfCeremony,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    credential: {
      id: String(known.id),
      publicKey: new Uint8Array(decodeBase64url(String(known.public_key))),
      counter: before,
    },
  }).catch((fault: unknown) => {
    throw fault instanceof Problem ? fault : new Problem('passkey-refused', { cause: fault });
  });
  const operatorId = asId('opr', String(known.operator_id));
  const named = assertion.response.userHandle;
  if (
    !verified ||
    !authenticationInfo.userVerified ||
    named !== encodeBase64url(new TextEncoder().encode(operatorId))
  )
    throw new Problem('passkey-refused');
  const used: Statement = {
    sql: `update passkeys set counter = :counter, used_at = :now
      where id = :id and counter = :before returning id`,
    params: { id: String(known.id), counter: authenticationInfo.newCounter, before, now: ports.now() },
    rows: 1,
  };
  return { operatorId, used };
}

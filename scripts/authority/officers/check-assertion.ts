import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { decodeBase64url, encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { PasskeyAssertion } from '../../../shared/contract/operator/passkey.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Begun, Officer } from '../ports/officers.ts';
import { signedChallenge } from './begun.ts';
import { webauthnOrigin } from './webauthn-origin.ts';

/**
 * Checks what an officer's passkey signed (WebAuthn level 3, section 7.2): challenge, origin, RP id, signature, that its owner was verified
 * and is the officer whom the passkey names, and that its counter went on. Officer and passkey stand.
 * @returns what the ceremony held, and who signed with what
 * @throws Problem passkey-refused, whatever it was
 */
export async function checkAssertion(
  ports: AuthorityPorts,
  expected: Pick<Begun, 'purpose' | 'about'>,
  { ceremony, assertion }: { ceremony: string; assertion: PasskeyAssertion },
): Promise<{ officer: Officer; passkeyId: string; held: string }> {
  const { store } = ports;
  let held: string | undefined;
  const isSigned = signedChallenge(ports, ceremony, expected, (kept) => {
    held = kept;
  });
  const passkey = store.officers.passkey(assertion.id);
  const officer = passkey && store.officers.find(passkey.officerId);
  if (
    passkey === undefined ||
    passkey.revokedAt !== undefined ||
    officer === undefined ||
    officer.revokedAt !== undefined
  ) {
    await isSigned('');
    throw new Problem('passkey-refused');
  }
  const { origin, rpId } = webauthnOrigin(ports);
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response: assertion,
    expectedChallenge: isSigned,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: new Uint8Array(decodeBase64url(passkey.publicKey)),
      counter: passkey.counter,
    },
  }).catch((cause: unknown) => {
    throw new Problem('passkey-refused', { cause });
  });
  const isNamed = assertion.response.userHandle === encodeBase64url(new TextEncoder().encode(officer.id));
  const { newCounter, userVerified } = authenticationInfo;
  if (!verified || !userVerified || !isNamed || held === undefined) throw new Problem('passkey-refused');
  if (!store.officers.notePasskeyUsed(passkey.id, passkey.counter, newCounter))
    throw new Problem('passkey-refused');
  return { officer, passkeyId: passkey.id, held };
}

import { generateRegistrationOptions, verifyRegistrationResponse } from '@simplewebauthn/server';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Enrolment } from '../../../shared/contract/officer/shift.ts';
import { isInvitedPasskey } from '../../../shared/device-word/is-invited-passkey.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Officer } from '../ports/officers.ts';
import { begin, signedChallenge } from './begun.ts';
import { webauthnOrigin } from './webauthn-origin.ts';

/** Ed25519, ES256 and RS256 (RFC 9053): what passkeys sign with. */
const algorithms = [-8, -7, -257];

/** An officer opened the administrator's link: asks for the passkey that is to be theirs. @throws Problem invite-over */
export async function beginEnrolment(
  ports: AuthorityPorts,
  invite: string,
): Promise<{ name: string; ceremony: string; options: object }> {
  const officer = invited(ports, invite);
  const challenge = new Uint8Array(ports.random(32));
  const ceremony = begin(ports, { purpose: 'enrol', about: invite, challenge });
  const options = await generateRegistrationOptions({
    ...{ rpName: 'Liangzheng', rpID: webauthnOrigin(ports).rpId, challenge },
    ...{ userName: officer.name, userDisplayName: officer.name },
    userID: new TextEncoder().encode(officer.id),
    timeout: limits.officerDecision,
    attestationType: 'none',
    excludeCredentials: ports.store.officers.passkeysOf(officer.id).map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    supportedAlgorithmIDs: algorithms,
  });
  return { name: officer.name, ceremony, options };
}

/**
 * Registers the passkey (WebAuthn level 3, section 7.1) for the officer whom the link is for, by the word of the link's own key that it is the one. The link goes and the passkey comes in one
 * write: of two who use it at once one has it.
 * @throws Problem invite-over, passkey-refused, passkeys-too-many
 */
export async function enrol(
  ports: AuthorityPorts,
  { invite, ceremony, passkeyName, passkey, word }: Enrolment,
): Promise<{ name: string }> {
  const officer = invited(ports, invite);
  if (!isInvitedPasskey(invite, word, { ceremony, passkey })) throw new Problem('passkey-refused');
  const { origin, rpId } = webauthnOrigin(ports);
  const checked = await verifyRegistrationResponse({
    response: passkey,
    expectedChallenge: signedChallenge(ports, ceremony, { purpose: 'enrol', about: invite }),
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: algorithms,
  }).catch((cause: unknown) => {
    throw new Problem('passkey-refused', { cause });
  });
  if (!checked.verified || !checked.registrationInfo.userVerified) throw new Problem('passkey-refused');
  const { id, publicKey, counter } = checked.registrationInfo.credential;
  const { store } = ports;
  return store.together(() => {
    const live = store.officers.passkeysOf(officer.id).filter(({ revokedAt }) => revokedAt === undefined);
    if (live.length >= limits.passkeysPerOfficer) throw new Problem('passkeys-too-many');
    if (store.officers.passkey(id) !== undefined) throw new Problem('passkey-refused');
    if (!store.officers.takeInvite(invite)) throw new Problem('invite-over');
    store.officers.addPasskey(
      {
        ...{ id, officerId: officer.id, name: passkeyName, counter },
        publicKey: encodeBase64url(publicKey),
        transports: (passkey.response.transports ?? []).join(' '),
      },
      ports.now(),
    );
    return { name: officer.name };
  });
}

/** One answer for a link that was used, is late or never was. */
function invited({ store, now }: AuthorityPorts, invite: string): Officer {
  const officerId = store.officers.inviteOf(invite, now());
  const officer = officerId && store.officers.find(officerId);
  if (officer === undefined || officer.revokedAt !== undefined) throw new Problem('invite-over');
  return officer;
}

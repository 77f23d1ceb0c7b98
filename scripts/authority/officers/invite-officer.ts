import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { thumbprint } from '../../../shared/jws/thumbprint.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import { webauthnOrigin } from './webauthn-origin.ts';

/** A link by which the officer registers a passkey, once. The key in it is told this once, and kept by its thumbprint. @throws Problem not-found */
export function inviteOfficer(ports: AuthorityPorts, officerId: string): { link: string; expiresAt: number } {
  const officer = ports.store.officers.find(officerId);
  if (officer === undefined || officer.revokedAt !== undefined) throw new Problem('not-found');
  const { privateKey, publicJwk } = makeDeviceKey(ports.random);
  const expiresAt = ports.now() + limits.officerInviteLifetime;
  ports.store.together(() => ports.store.officers.addInvite(thumbprint(publicJwk), officer.id, expiresAt));
  return { link: `${webauthnOrigin(ports).origin}/officer#enrol=${encodeBase64url(privateKey)}`, expiresAt };
}

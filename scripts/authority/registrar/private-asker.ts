import type { PrivateAskerClaims } from '../../../shared/contract/authority/private-asker.ts';
import type { RegistrarClaims, Registration } from '../../../shared/contract/authority/registration.ts';
import * as limits from '../../../shared/limits.ts';
import { issuer } from '../keys/key-ring.ts';
import type { KeyRing } from '../ports/authority-ports.ts';

/**
 * The statement that a private person asks: no registrant stands behind it, so that it has no name, and nobody can have it show one.
 * @param now epoch milliseconds
 */
export function privateAsker(keys: KeyRing, now: number): Registration {
  const iat = Math.floor(now / 1000);
  const signed = { iss: issuer, iat, sandbox: true };
  const registrar: RegistrarClaims = {
    ...signed,
    exp: iat + limits.registrarLifetime / 1000,
    ...keys.registrar(),
  };
  const statement: PrivateAskerClaims = {
    ...{ ...signed, exp: iat + limits.meetingMemory / 1000 },
    ...{ asker: 'private-person', scene: 'peer', purpose: 'meet' },
  };
  return {
    registrar: keys.signByRoot('lz-registrar+jwt', registrar),
    statement: keys.signByRegistrar('lz-private-asker+jwt', statement),
  };
}

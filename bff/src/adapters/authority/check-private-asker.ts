import { Compile } from 'typebox/compile';
import type { PublicJwk } from '../../../../shared/contract/authority/keys.ts';
import { PrivateAskerClaims } from '../../../../shared/contract/authority/private-asker.ts';
import { RegistrarClaims, type Registration } from '../../../../shared/contract/authority/registration.ts';
import { verifyStatement } from '../../../../shared/registration/verify-registration.ts';
import { SignedTextRefused } from './read-signed.ts';

const schemas = { registrar: Compile(RegistrarClaims), statement: Compile(PrivateAskerClaims) };
const forms = {
  registrar: (claims: unknown): claims is RegistrarClaims => schemas.registrar.Check(claims),
  statement: (claims: unknown): claims is PrivateAskerClaims => schemas.statement.Check(claims),
};

/**
 * Whether it says, under the root and as of now, that a private person asks.
 * @throws RegistrationRefused, SignedTextRefused
 */
export function checkPrivateAsker(
  given: Registration,
  { root, now }: { root: PublicJwk; now: number },
): void {
  const { until } = verifyStatement(given, { root, forms }, 'lz-private-asker+jwt');
  if (until <= now) throw new SignedTextRefused('the statement of who asks has run out');
}

import { Compile } from 'typebox/compile';
import type { PublicJwk } from '../../../../shared/contract/authority/keys.ts';
import {
  RegistrarClaims,
  type Registration,
  RegistrationClaims,
} from '../../../../shared/contract/authority/registration.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import {
  RegistrationRefused,
  verifyRegistration,
} from '../../../../shared/registration/verify-registration.ts';
import type { About } from '../../ports/registrar.ts';
import type { Registered } from '../../ports/registry.ts';

const schemas = { registrar: Compile(RegistrarClaims), statement: Compile(RegistrationClaims) };
const forms = {
  registrar: (claims: unknown): claims is RegistrarClaims => schemas.registrar.Check(claims),
  statement: (claims: unknown): claims is RegistrationClaims => schemas.statement.Check(claims),
};

/**
 * What the registrar says about a counter, if the root vouches for it and it is about this counter of this RP with this key.
 * One that ran out is read all the same: it says when it did.
 * @throws Problem statement-invalid; its cause names the counter and why
 */
export function readStatement(
  registration: Registration,
  { rpId, counterId, counterKey }: About,
  { root, now }: { root: PublicJwk; now: number },
): Registered {
  const refuse = (why: string) =>
    new Problem('statement-invalid', { cause: new Error(`the statement about ${counterId} ${why}`) });
  try {
    const { claims, from, until } = verifyRegistration(registration, { root, forms });
    if (claims.counterId !== counterId) throw refuse('is about another counter');
    if (claims.rpId !== rpId) throw refuse('is about a counter of another relying party');
    if (claims.counterKey !== counterKey) throw refuse('is about another key');
    if (from - limits.clockSkew > now) throw refuse('does not count yet');
    const { rpName, counterName, place, scenes } = claims;
    return { ...{ rpName, counterName, place, scenes }, signed: registration, expiresAt: until };
  } catch (fault) {
    throw fault instanceof RegistrationRefused ? refuse(`does not count: ${fault.why}`) : fault;
  }
}

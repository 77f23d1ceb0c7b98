import type {
  RegistrarClaims,
  Registration,
  RegistrationClaims,
} from '../contract/authority/registration.ts';
import type { PublicJwk } from '../jws/public-jwk.ts';
import { verifyEs256 } from '../jws/verify-es256.ts';

/** Why a registration does not count, for developers and operators; never its content. */
export class RegistrationRefused extends Error {
  override readonly name = 'RegistrationRefused';
  readonly why: RefusedFor;

  constructor(why: RefusedFor, cause?: unknown) {
    super(`the registration is refused: ${why}`, cause === undefined ? undefined : { cause });
    this.why = why;
  }
}

type Part = 'registrar' | 'statement';
type RefusedFor = `${Part}-${'signature' | 'form' | 'sandbox'}` | 'statement-issuer';

/** What everything that is signed says. */
type Signed = Pick<RegistrationClaims, 'iss' | 'iat' | 'exp' | 'sandbox'>;

export interface Expected<Claims> {
  /** The authority's root, pinned: nothing else is trusted. */
  root: PublicJwk;
  /** Whether the root is a sandbox's, where that is known. */
  sandbox?: boolean;
  /** What claims look like, as whoever checks says it. */
  forms: {
    registrar: (claims: unknown) => claims is RegistrarClaims;
    statement: (claims: unknown) => claims is Claims;
  };
}

export interface VerifiedRegistration<Claims> {
  claims: Claims;
  /** The kid of the registrar's key, by which a key list says whether it still counts. */
  registrar: string;
  /** Both signatures count from the one to the other, epoch milliseconds. */
  from: number;
  until: number;
}

/**
 * What the authority's registrar says about a counter: the root has signed the registrar's certificate, and its key the
 * statement, each for this purpose, of the same kind of authority. Whether it counts now, and is about the counter that asks,
 * is for the caller to say.
 * @throws RegistrationRefused
 */
export function verifyRegistration(
  given: Registration,
  expected: Expected<RegistrationClaims>,
): VerifiedRegistration<RegistrationClaims> {
  return verifyStatement(given, expected, 'lz-registration+jwt');
}

/** The same for whatever else the registrar signs, of that type. @throws RegistrationRefused */
export function verifyStatement<Claims extends Signed>(
  given: Registration,
  { root, sandbox, forms }: Expected<Claims>,
  typ: string,
): VerifiedRegistration<Claims> {
  const registrar = open('registrar', given.registrar, {
    typ: 'lz-registrar+jwt',
    form: forms.registrar,
    keyOf: (kid) => (kid === 'root' ? root : undefined),
  });
  if (sandbox !== undefined && registrar.sandbox !== sandbox)
    throw new RegistrationRefused('registrar-sandbox');
  const claims = open('statement', given.statement, {
    typ,
    form: forms.statement,
    keyOf: (kid) => (kid === registrar.kid ? registrar.jwk : undefined),
  });
  if (claims.sandbox !== registrar.sandbox) throw new RegistrationRefused('statement-sandbox');
  if (claims.iss !== registrar.iss) throw new RegistrationRefused('statement-issuer');
  return {
    claims,
    registrar: registrar.kid,
    from: Math.max(registrar.iat, claims.iat) * 1000,
    until: Math.min(registrar.exp, claims.exp) * 1000,
  };
}

function open<Claims>(
  part: Part,
  jws: string,
  as: {
    typ: string;
    form: (claims: unknown) => claims is Claims;
    keyOf: (kid: string) => PublicJwk | undefined;
  },
): Claims {
  let claims: unknown;
  try {
    claims = verifyEs256({ jws, type: as.typ, keyOf: as.keyOf });
  } catch (cause) {
    throw new RegistrationRefused(`${part}-signature`, cause);
  }
  if (!as.form(claims)) throw new RegistrationRefused(`${part}-form`);
  return claims;
}

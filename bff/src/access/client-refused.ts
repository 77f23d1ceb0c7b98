import type { CounterId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AssertionFault } from '../ports/token-faults.ts';

const ahead = limits.clientAssertionMaxLifetime / 1000;

/**
 * All that can be wrong with a client's authentication, by the names of RFC 7515, 7519 and 7521, and what a sandbox tells its client of
 * it. In English, and in the letters that RFC 6749 section 5.2 leaves to an `error_description`.
 */
export const clientFaults = {
  client_assertion:
    'client_assertion must be a compact JWS: three parts of base64url without padding, JSON in UTF-8',
  client_id: 'client_id, where it is sent, must be the sub of the assertion',
  sub: 'sub must be the id of a registered counter',
  iss: 'iss must be the same as sub',
  alg: 'alg must be ES256',
  typ: 'typ, where it is there, must be JWT or client-authentication+jwt',
  crit: 'crit names an extension that is not known here',
  kid: 'kid, where it is there, must be one under which a key of this counter is registered and counts now',
  signature: 'the signature is not by a key that is registered for this counter and counts now',
  aud: 'aud must be the issuer alone, letter for letter as the metadata has it; the token endpoint is none',
  exp: `exp must be there, not be over, and be at most ${ahead} seconds ahead`,
  iat: 'iat must be a number of seconds that is not in the future',
  nbf: 'nbf must be a number of seconds that is not in the future',
  jti: 'jti must be there, a text of 8 to 128 characters',
  'jti-used': 'jti was used before: an assertion is for one request',
} as const satisfies Record<AssertionFault, string>;

export type ClientFault = AssertionFault;

/** A client that was not recognised, why, and as which counter it tried, where there is such a counter. */
export class ClientRefused extends Problem {
  readonly fault: ClientFault;
  readonly counterId: CounterId | undefined;

  constructor(fault: ClientFault, counterId?: CounterId) {
    super('client-unknown');
    this.fault = fault;
    this.counterId = counterId;
  }
}

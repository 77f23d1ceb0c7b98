/**
 * All that can be wrong with a client's authentication, by the names of RFC 7515, 7519 and 7521; `jti-used`: the assertion was for another
 * request.
 */
export type AssertionFault =
  | 'client_assertion'
  | 'client_id'
  | 'sub'
  | 'iss'
  | 'alg'
  | 'typ'
  | 'crit'
  | 'kid'
  | 'signature'
  | 'aud'
  | 'exp'
  | 'iat'
  | 'nbf'
  | 'jti'
  | 'jti-used';

/** Why the token endpoint gave no token, or not yet. */
export type TokenFault =
  | AssertionFault
  | 'device-pending'
  | 'device-hurried'
  | 'device-code-over'
  | 'device-denied';

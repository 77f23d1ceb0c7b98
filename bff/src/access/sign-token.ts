/**
 * Signs the claims of an access token; issuer, audience and type are the signer's own. `iat` and `exp` are in seconds.
 */
export type SignToken = (claims: {
  sub: string;
  iat: number;
  exp: number;
  [claim: string]: unknown;
}) => string;

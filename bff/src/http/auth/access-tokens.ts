import type { FastifyJWTOptions } from '@fastify/jwt';
import * as limits from '../../../../shared/limits.ts';

/**
 * Access tokens of one surface (RFC 9068): signed and read by this BFF alone, hence one shared secret; the audience keeps the
 * surfaces apart. `exp` is checked by the surface's own guard on each use, against the clock that was handed in.
 */
export function accessTokens(
  surface: 'counter' | 'holder',
  { issuer, secret }: { issuer: string; secret: Uint8Array },
): FastifyJWTOptions {
  const audience = `${issuer}/${surface}`;
  return {
    secret: Buffer.from(secret),
    sign: { algorithm: 'HS256', iss: issuer, aud: audience, header: { typ: 'at+jwt', alg: 'HS256' } },
    verify: {
      algorithms: ['HS256'],
      allowedIss: [issuer],
      allowedAud: [audience],
      requiredClaims: ['iss', 'aud', 'sub', 'iat', 'exp'],
      checkTyp: 'at+jwt',
      ignoreExpiration: true,
      cache: limits.keptTokens,
    },
  };
}

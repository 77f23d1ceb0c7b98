import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { metadataCall, ServerMetadata } from '../../../shared/contract/access/metadata.ts';
import { TokenAnswer } from '../../../shared/contract/access/token.ts';
import { callJson } from '../call-json.ts';
import type { CounterSettings } from './read-counter.ts';

/** A minute is plenty for one request. */
const assertionLifetime = '60s';

/**
 * An access token by OAuth 2.0 client credentials with `private_key_jwt` (RFC 7523 section 2.2), and when it runs out.
 * @throws CallProblem
 */
export async function fetchToken({
  bffUrl,
  counterId,
  key,
}: Pick<CounterSettings, 'bffUrl' | 'counterId' | 'key'>): Promise<{ token: string; expiresAt: number }> {
  const { issuer } = await callJson({ url: bffUrl + metadataCall.path }, ServerMetadata);
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: 'ES256', ...(key.kid !== undefined && { kid: key.kid }) })
    .setIssuer(counterId)
    .setSubject(counterId)
    .setAudience(issuer)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(assertionLifetime)
    .sign(await importJWK(key, 'ES256'));
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  });
  const { access_token, expires_in } = await callJson({ url: `${bffUrl}/oauth/token`, body }, TokenAnswer);
  return { token: access_token, expiresAt: Date.now() + expires_in * 1000 };
}

import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import { isTokenAnswer } from './answers.ts';
import type { CounterSettings } from './counter-settings.ts';
import { readAnswer } from './read-answer.ts';

/** A minute is plenty for one request. */
const assertionLifetime = '60s';

/**
 * An access token by OAuth 2.0 client credentials with `private_key_jwt` (RFC 7523 section 2.2), and when it runs out.
 * @throws CounterProblem
 */
export async function fetchToken({
  bffUrl,
  counterId,
  key,
}: CounterSettings): Promise<{ token: string; expiresAt: number }> {
  const endpoint = `${bffUrl}/oauth/token`;
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: 'ES256', kid: key.kid })
    .setIssuer(counterId)
    .setSubject(counterId)
    .setAudience(endpoint)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(assertionLifetime)
    .sign(await importJWK(key, 'ES256'));
  const answer = await fetch(endpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  });
  const { access_token, expires_in } = await readAnswer(answer, isTokenAnswer);
  return { token: access_token, expiresAt: Date.now() + expires_in * 1000 };
}

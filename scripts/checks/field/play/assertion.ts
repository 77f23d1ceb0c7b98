import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT } from 'jose';
import type { PlayOf } from '../case-file.ts';
import type { FieldWorld } from '../world.ts';

const claimsNamed = /\b(aud|iat|nbf|exp|jti|iss|sub)\b/;

/** A counter's program asks for a token by an assertion with those claims. @returns `issued`, or the claim that the refusal names */
export async function playAssertion(
  { counterSettings }: FieldWorld,
  { audience = ['issuer'], issuedAt = 0, notBefore, expires = 60 }: PlayOf<'assertion'>,
): Promise<string> {
  const { bffUrl, counterId, key } = counterSettings;
  const issuer = await issuerOf(bffUrl);
  const meant = {
    issuer,
    'issuer/': `${issuer}/`,
    endpoint: `${bffUrl}/oauth/token`,
    other: 'https://other.example',
  };
  const audiences = audience.map((each) => meant[each]);
  const [only, ...others] = audiences;
  const now = Math.floor(Date.now() / 1000);
  const assertion = await new SignJWT({
    iss: counterId,
    sub: counterId,
    aud: only === undefined || others.length > 0 ? audiences : only,
    jti: randomUUID(),
    iat: now + issuedAt,
    exp: now + expires,
    ...(notBefore === undefined ? {} : { nbf: now + notBefore }),
  })
    .setProtectedHeader({ alg: 'ES256', ...(key.kid !== undefined && { kid: key.kid }) })
    .sign(await importJWK(key, 'ES256'));
  const answer = await fetch(`${bffUrl}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    }),
  });
  if (answer.ok) return 'issued';
  const refusal: unknown = await answer.json();
  const why = isRefusal(refusal) ? refusal.error_description : '';
  return `refused ${claimsNamed.exec(why)?.[1] ?? 'unnamed'}`;
}

/** RFC 8414: the issuer stands in the metadata. */
async function issuerOf(bffUrl: string): Promise<string> {
  const metadata: unknown = await (await fetch(`${bffUrl}/.well-known/oauth-authorization-server`)).json();
  if (
    typeof metadata === 'object' &&
    metadata !== null &&
    'issuer' in metadata &&
    typeof metadata.issuer === 'string'
  )
    return metadata.issuer;
  throw new Error('the BFF publishes no metadata');
}

function isRefusal(value: unknown): value is { error_description: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'error_description' in value &&
    typeof value.error_description === 'string'
  );
}

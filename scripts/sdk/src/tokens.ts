import { type CryptoKey, importJWK, type JWK, SignJWT } from 'jose';
import { isToken, type Metadata } from './guards.ts';
import { type Fetch, readAnswer } from './read-answer.ts';

/** The private key of a counter as JWK with its `kid`, or what reads it: it is asked for each token, so that a key may be replaced meanwhile. */
export type CounterKey = JWK | (() => JWK | Promise<JWK>);

/** The access token of a counter, fetched when it is needed and renewed before it ends. */
export interface Tokens {
  /** @throws Refused, Unreachable */
  current(): Promise<string>;
  /** The service takes this one no more. */
  drop(token: string): void;
}

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** A minute is plenty for one request. */
const assertionLifetime = '60s';
/** Milliseconds before its end at which a token is renewed. */
const margin = 30_000;

/** OAuth client credentials with `private_key_jwt` (RFC 7523 section 2.2), the issuer as audience. Calls that wait share one request. */
export function tokens(
  fetch: Fetch,
  { issuer, token_endpoint }: Metadata,
  counterId: string,
  key: CounterKey,
): Tokens {
  let held: { token: string; until: number } | undefined;
  let coming: Promise<string> | undefined;

  async function renew(): Promise<string> {
    const jwk = typeof key === 'function' ? await key() : key;
    const assertion = await new SignJWT()
      .setProtectedHeader({ alg: 'ES256', ...(jwk.kid !== undefined && { kid: jwk.kid }) })
      .setIssuer(counterId)
      .setSubject(counterId)
      .setAudience(issuer)
      .setJti(crypto.randomUUID())
      .setIssuedAt()
      .setExpirationTime(assertionLifetime)
      .sign(await imported(jwk));
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_assertion_type: assertionType,
      client_assertion: assertion,
    });
    const asked = performance.now();
    const answer = await readAnswer(fetch, { method: 'POST', url: token_endpoint, body }, isToken);
    held = { token: answer.access_token, until: asked + answer.expires_in * 1000 - margin };
    return held.token;
  }

  return {
    async current() {
      if (held !== undefined && performance.now() < held.until) return held.token;
      coming ??= renew().finally(() => {
        coming = undefined;
      });
      return await coming;
    },
    drop(token) {
      if (held?.token === token) held = undefined;
    },
  };
}

/** The members of the key alone: what its `key_ops` or `use` allow elsewhere is nothing to this. @throws TypeError without showing it */
async function imported({ kty, crv, x = '', y = '', d }: JWK): Promise<CryptoKey> {
  const wanted = 'the key of a counter is a private JWK, EC on the curve P-256';
  if (kty !== 'EC' || crv !== 'P-256') throw new TypeError(`${wanted}: this one is another kind of key`);
  if (d === undefined) throw new TypeError(`${wanted}: this one has no private half (d)`);
  const key = await importJWK({ kty, crv, x, y, d }, 'ES256').catch((cause: unknown) => {
    throw new TypeError(`${wanted}: this one is damaged`, { cause });
  });
  if (key instanceof Uint8Array) throw new TypeError(wanted);
  return key;
}

import { decodeJwt, type JWTPayload, jwtVerify } from 'jose';
import {
  clientAssertionType,
  type TokenAnswer,
  type TokenBody,
} from '../../../shared/contract/access/token.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { SignToken } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import type { Counter } from '../ports/registry.ts';
import { counterToken } from './access-token.ts';

/**
 * Makes the step by which a counter gets its access token: client credentials with private_key_jwt (RFC 6749 section 4.4,
 * RFC 7523 section 3). The assertion is signed by the counter's registered key, names the counter as issuer and subject and
 * this BFF, or its token endpoint, as its only audience, lives for five minutes at most and works once.
 */
export function tokenIssuer(
  ports: Ports,
  { issuer, endpoint, sign }: { issuer: string; endpoint: string; sign: SignToken },
): (body: TokenBody) => Promise<TokenAnswer> {
  const audience = [issuer, endpoint];
  const window = limits.clientAssertionMaxLifetime + 2 * limits.clockSkew;
  const isFirstUse = (counter: Counter, id: string) =>
    ports.replay({
      scope: `assertion ${counter.id}`,
      id,
      window,
      quota: { quota: 'assertions-by-counter', subject: counter.id },
      flush: true,
    });

  /** @throws Problem grant-unsupported, client-unknown, too-many-requests */
  return async (body) => {
    if (body.grant_type !== 'client_credentials' || body.client_assertion_type !== clientAssertionType)
      throw new Problem('grant-unsupported');
    const counter = await namedCounter(ports, body.client_assertion);
    const claims = await checkAssertion(ports.now(), body.client_assertion, counter, audience);
    if (claims === undefined || !(await isFirstUse(counter, String(claims.jti))))
      throw new Problem('client-unknown');
    return counterToken(ports, counter, sign);
  };
}

/** Whose assertion it says it is. */
async function namedCounter(ports: Ports, assertion: string): Promise<Counter> {
  let named: string | undefined;
  try {
    named = decodeJwt(assertion).sub;
  } catch (cause) {
    throw new Problem('client-unknown', { cause });
  }
  const counter = typeof named === 'string' ? await ports.registry.counter(named) : undefined;
  if (counter === undefined) throw new Problem('client-unknown');
  return counter;
}

async function checkAssertion(
  now: number,
  assertion: string,
  counter: Counter,
  audience: string[],
): Promise<JWTPayload | undefined> {
  const { kty, crv, x, y, kid } = counter.key;
  try {
    const { payload, protectedHeader } = await jwtVerify(
      assertion,
      { kty, crv, x, y },
      {
        algorithms: ['ES256'],
        issuer: counter.id,
        subject: counter.id,
        audience,
        requiredClaims: ['exp', 'jti'],
        currentDate: new Date(now),
        clockTolerance: limits.clockSkew / 1000,
      },
    );
    if (protectedHeader.kid !== undefined && protectedHeader.kid !== kid) return undefined;
    if (Array.isArray(payload.aud) && payload.aud.length !== 1) return undefined;
    if (typeof payload.jti !== 'string' || payload.jti.length < 8 || payload.jti.length > 128)
      return undefined;
    const latest = now + limits.clientAssertionMaxLifetime + limits.clockSkew;
    return Number(payload.exp) * 1000 > latest ? undefined : payload;
  } catch {
    return undefined;
  }
}

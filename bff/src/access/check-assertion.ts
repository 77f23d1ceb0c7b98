import { errors, type JWTPayload, jwtVerify } from 'jose';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { TokenBody } from '../../../shared/contract/access/token.ts';
import { readJwsPart } from '../../../shared/jws/read-part.ts';
import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import type { Counter, CounterKey } from '../ports/registry.ts';
import { type ClientFault, ClientRefused, clientFaults } from './client-refused.ts';

/** What a client sends of itself to every endpoint. */
export type Authentication = Pick<TokenBody, 'client_assertion' | 'client_id'>;

type Members = Record<string, unknown>;

/** The explicit type of the update to RFC 7523, and what stood there before it. */
const types = /^(application\/)?(jwt|client-authentication\+jwt)$/i;

/**
 * Recognises a counter by its client assertion (RFC 7523 section 3 and its update, rfc7523bis): signed by one of its keys that count now with ES256, `iss` and
 * `sub` the counter, `aud` the issuer as its sole value, so that an assertion made for another server, or for an endpoint that somebody else
 * named, is worth nothing here; good for five minutes at most. Whether `jti` was used before is not looked at.
 * Without `iat` it may have been made as early as its `exp` allows.
 * @throws ClientRefused
 */
export async function checkAssertion(
  { now, registry }: Pick<Ports, 'now' | 'registry'>,
  issuer: string,
  { client_assertion, client_id }: Authentication,
): Promise<{ counter: Counter; key: CounterKey; jti: string; madeAt: number }> {
  const { header, claims } = readAssertion(client_assertion);
  const counter = typeof claims.sub === 'string' ? await registry.counter(claims.sub) : undefined;
  if (counter === undefined) throw new ClientRefused('sub');
  const demand = (holds: boolean, fault: ClientFault) => {
    if (!holds) throw new ClientRefused(fault, counter.id);
  };
  demand(client_id === undefined || client_id === counter.id, 'client_id');
  demand(header.alg === 'ES256', 'alg');
  demand(isRightType(header), 'typ');
  demand(header.crit === undefined, 'crit');
  const keys = counter.keys.filter(({ kid }) => header.kid === undefined || header.kid === kid);
  demand(keys.length > 0, 'kid');

  const { key, payload } = await verified(client_assertion, { id: counter.id, keys }, issuer, now());
  const { aud, exp = 0, iat = 0, jti = '' } = payload;
  const madeAt = payload.iat === undefined ? exp * 1000 - limits.clientAssertionMaxLifetime : iat * 1000;
  const audiences = [aud].flat();
  demand(audiences.length === 1 && audiences[0] === issuer, 'aud');
  demand(iat * 1000 <= now() + limits.clockSkew, 'iat');
  demand(exp * 1000 <= now() + limits.clientAssertionMaxLifetime + limits.clockSkew, 'exp');
  demand(typeof jti === 'string' && jti.length >= 8 && jti.length <= 128, 'jti');
  return { counter, key, jti, madeAt };
}

/** Header and claims, before anything of them is trusted. */
function readAssertion(text: string): { header: Members; claims: Members } {
  const [head = '', payload = '', signature = '', ...more] = text.split('.');
  try {
    if (more.length > 0) throw new RangeError('not three parts');
    decodeBase64url(signature);
    return { header: members(readJwsPart(head)), claims: members(readJwsPart(payload)) };
  } catch {
    throw new ClientRefused('client_assertion');
  }
}

function members(value: unknown): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError('not an object');
  return { ...value };
}

/** `application/` in front means the same (RFC 7515 section 4.1.9), and types have no case. */
function isRightType({ typ }: Members): boolean {
  return typ === undefined || (typeof typ === 'string' && types.test(typ));
}

/** By the key that it names, or by the first of all that signed it. */
async function verified(
  text: string,
  { id, keys }: Pick<Counter, 'id' | 'keys'>,
  issuer: string,
  now: number,
): Promise<{ key: CounterKey; payload: JWTPayload }> {
  const expected = {
    algorithms: ['ES256'],
    issuer: id,
    subject: id,
    audience: issuer,
    requiredClaims: ['exp', 'jti'],
    currentDate: new Date(now),
    clockTolerance: limits.clockSkew / 1000,
  };
  for (const [index, key] of keys.entries()) {
    const { kty, crv, x, y } = key;
    try {
      return { key, payload: (await jwtVerify(text, { kty, crv, x, y }, expected)).payload };
    } catch (cause) {
      const fault = faultOf(cause);
      if (fault !== 'signature' || index === keys.length - 1) throw new ClientRefused(fault, id);
    }
  }
  throw new ClientRefused('kid', id);
}

/** What the library found wrong, in our words. */
function faultOf(cause: unknown): ClientFault {
  if (cause instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  const claim =
    cause instanceof errors.JWTClaimValidationFailed || cause instanceof errors.JWTExpired ? cause.claim : '';
  return isFault(claim) ? claim : 'client_assertion';
}

function isFault(word: string): word is ClientFault {
  return Object.hasOwn(clientFaults, word);
}

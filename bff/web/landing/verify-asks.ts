import type { Registrant } from '../../../shared/contract/authority/registration.ts';
import type { WhoAsks } from '../../../shared/contract/holder-view.ts';
import type { PublicJwk } from '../../../shared/jws/public-jwk.ts';
import { shownNamePattern } from '../../../shared/shown-name.ts';

/** The authority's root key, pinned when the page was built. */
export interface Trust {
  root: PublicJwk;
  sandbox: boolean;
}

export type Names = Pick<Registrant, 'rpName' | 'counterName' | 'place'>;

/** How far a clock may be off, seconds: `limits.clockSkew`, and the most that phones' own clocks are ahead by. */
export interface Slack {
  skew: number;
  ahead: number;
}

/**
 * The names that the authority's registrar has signed for the counter that asks, under the pinned root: checked as
 * `shared/registration` and the phone's `who-asks` do, here by the browser's own cryptography, which weighs nothing. The app checks
 * it all again before anybody agrees.
 * @param time epoch seconds, by the server and by this phone
 * @throws Error where anything does not fit
 */
export async function verifyAsks(
  asks: Pick<WhoAsks, 'rpId' | 'counterId' | 'scene' | 'registration'>,
  { root, sandbox }: Trust,
  time: { server: number; phone: number },
  { skew, ahead }: Slack,
): Promise<Names> {
  const { registrar, statement } = asks.registration;
  const certificate = await open(registrar, 'lz-registrar+jwt', 'root', root);
  const key = members(certificate.get('jwk'));
  const jwk = { kty: 'EC', crv: 'P-256', x: text(key.get('x')), y: text(key.get('y')) } as const;
  const claims = await open(statement, 'lz-registration+jwt', text(certificate.get('kid')), jwk);
  const now = Math.max(time.server, time.phone - ahead);
  for (const signed of [certificate, claims]) {
    demand(number(signed.get('iat')) - skew <= now && now <= number(signed.get('exp')) + skew);
    demand(signed.get('sandbox') === sandbox && signed.get('iss') === certificate.get('iss'));
  }
  demand(claims.get('rpId') === asks.rpId && claims.get('counterId') === asks.counterId);
  const scenes = claims.get('scenes');
  demand(Array.isArray(scenes) && scenes.includes(asks.scene));
  return {
    rpName: shown(claims.get('rpName')),
    counterName: shown(claims.get('counterName')),
    place: shown(claims.get('place')),
  };
}

type Members = ReadonlyMap<string, unknown>;

/** The claims of a compact JWS (RFC 7515) with ES256, of that type and by that key. */
async function open(jws: string, typ: string, kid: string, jwk: PublicJwk): Promise<Members> {
  const [head = '', payload = '', signature = ''] = jws.split('.');
  const header = read(head);
  demand(header.get('alg') === 'ES256' && header.get('typ') === typ && header.get('kid') === kid);
  demand(!header.has('crit'));
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('jwk', { ...jwk }, algorithm, false, ['verify']);
  const signed = new TextEncoder().encode(`${head}.${payload}`);
  demand(await crypto.subtle.verify(algorithm, key, bytesOf(signature), signed));
  return read(payload);
}

function read(part: string): Members {
  return members(JSON.parse(new TextDecoder().decode(bytesOf(part))));
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const letters = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

function members(value: unknown): Members {
  demand(typeof value === 'object' && value !== null);
  return new Map<string, unknown>(Object.entries(value));
}

function text(value: unknown): string {
  demand(typeof value === 'string' && value !== '');
  return value;
}

function shown(value: unknown): string {
  const name = text(value);
  demand(new RegExp(shownNamePattern, 'u').test(name));
  return name;
}

function number(value: unknown): number {
  demand(typeof value === 'number');
  return value;
}

function demand(fits: boolean): asserts fits {
  if (!fits) throw new Error('not signed for this');
}

import { scrypt } from 'node:crypto';
import { promisify } from 'node:util';
import { decodeBase64url, encodeBase64url } from '../../../shared/bytes/base64url.ts';
import * as limits from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { PinHash } from '../ports/pins.ts';

const derive = promisify<string, Uint8Array, number, { N: number; maxmem: number }, Buffer>(scrypt);

/** What is kept of a PIN: scrypt (RFC 7914) with a salt of its own. */
export async function hashPin({ random }: Pick<AuthorityPorts, 'random'>, pin: string): Promise<PinHash> {
  const salt = encodeBase64url(random(16));
  return { salt, hash: encodeBase64url(await hashWith(pin, salt)) };
}

/** The same with a salt that is there. */
export async function hashWith(pin: string, salt: string): Promise<Uint8Array> {
  const cost = { N: limits.pinCost, maxmem: limits.pinMemory };
  return new Uint8Array(await derive(pin, decodeBase64url(salt), 32, cost));
}

import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { decodeBase64url } from '../bytes/base64url.ts';
import { PublicJwk } from '../contract/authority/keys.ts';
import { Base64urlSchema, exact } from '../contract/schema.ts';
import { readByDevice } from '../jws/read-by-device.ts';
import { x25519SharedSecret } from '../seal/x25519.ts';
import { type StatedFor, statedFor } from './stated-for.ts';

const Stated = exact({ device: PublicJwk, key: Base64urlSchema(43, 43) });
const isSaid = (payload: unknown): payload is Static<typeof Stated> => Value.Check(Stated, payload);
/** Any scalar will do to find a point of small order. */
const probe = new Uint8Array(32).fill(9);

/**
 * A receipt key of a device, 32 bytes, as it says itself; undefined where it was not this device that said so, or not for this, or where the key is none that
 * can be sealed to.
 */
export function readReceiptKey(
  statement: string,
  deviceThumbprint: string,
  of: StatedFor = 'own',
): Uint8Array | undefined {
  const stated = readByDevice(statement, { type: statedFor[of], deviceThumbprint, isSaid });
  if (stated === undefined) return undefined;
  try {
    const key = decodeBase64url(stated.key);
    x25519SharedSecret(probe, key);
    return key;
  } catch {
    return undefined;
  }
}

import { decodeBase64url } from '../bytes/base64url.ts';
import type { Slip } from './slip-address.ts';

/** The letters are told apart: a place of 16 bytes, a key of 32. */
const form = /^#([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{43})$/;

/** What stands behind the `#` of the address of a ward's copy; undefined where it is not all there, as in an address that was cut short. */
export function readSlipAddress(fragment: string): Slip | undefined {
  const [, locator, key] = form.exec(fragment) ?? [];
  if (locator === undefined || key === undefined) return undefined;
  try {
    return { locator, privateKey: decodeBase64url(key) };
  } catch {
    return undefined;
  }
}

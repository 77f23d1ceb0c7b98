import { timingSafeEqual } from 'node:crypto';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { PinHash } from '../ports/pins.ts';
import { hashWith } from './hash-pin.ts';

/** What is compared where there is nothing to compare with: it takes as long, and never fits. */
const nobodys: PinHash = { salt: 'A'.repeat(22), hash: 'A'.repeat(43) };

/**
 * Whether it is the PIN of the person. A try is counted before it is made, so that none is made at no cost; one that fits gives all of them
 * back. Somebody without a PIN, or who has used up the tries, takes as long to be told nothing.
 * @param person undefined where nobody may be tried for
 */
export async function checkPin(
  { store }: Pick<AuthorityPorts, 'store'>,
  person: string | undefined,
  pin: string,
): Promise<boolean> {
  const kept = person === undefined ? undefined : store.together(() => store.pins.takeTry(person));
  const { salt, hash } = kept ?? nobodys;
  const same = timingSafeEqual(await hashWith(pin, salt), decodeBase64url(hash));
  if (!same || kept === undefined || person === undefined) return false;
  store.together(() => store.pins.clearTries(person, hash));
  return true;
}

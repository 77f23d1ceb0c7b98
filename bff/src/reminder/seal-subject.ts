import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import type { HolderId } from '../../../shared/ids.ts';

const cipher = 'aes-256-gcm';
const [nonceLength, tagLength] = [12, 16];

/**
 * The platform's own id of a person as it is stored: sealed for this holder's row under a key that is not in the database, so that whoever
 * reads the table learns neither whose account a row is nor whom to write to.
 */
export function sealSubject(
  { holderPepper, random }: { holderPepper: Uint8Array; random: Random },
  holderId: HolderId,
  subject: string,
): string {
  const nonce = random(nonceLength);
  const sealing = createCipheriv(cipher, keyOf(holderPepper), nonce).setAAD(Buffer.from(holderId));
  const sealed = Buffer.concat([sealing.update(subject, 'utf8'), sealing.final()]);
  return Buffer.concat([nonce, sealed, sealing.getAuthTag()]).toString('base64url');
}

/** What was sealed; undefined where it was for another row, or under another key. */
export function openSubject(
  holderPepper: Uint8Array,
  holderId: HolderId,
  sealed: string,
): string | undefined {
  try {
    const bytes = decodeBase64url(sealed);
    const opening = createDecipheriv(cipher, keyOf(holderPepper), bytes.subarray(0, nonceLength));
    opening.setAAD(Buffer.from(holderId)).setAuthTag(bytes.subarray(-tagLength));
    const middle = opening.update(bytes.subarray(nonceLength, -tagLength));
    return Buffer.concat([middle, opening.final()]).toString('utf8');
  } catch {
    return undefined;
  }
}

function keyOf(pepper: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', pepper, new Uint8Array(), 'LZ-REMINDER/1', 32));
}

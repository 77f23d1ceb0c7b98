import type { ReceiptClaims } from '../../../shared/contract/authority/receipts.ts';
import type { ReceiptAnswer } from '../../../shared/contract/receipt/01-read-receipt.ts';
import { askOpenly } from '../holder/ask-openly.ts';
import { untrusted } from '../holder/check-key-list.ts';
import { type Guard, record, text } from '../holder/guards.ts';
import { type OwnReceipt, openOwn, type Reader } from './open-own.ts';

const isReceiptAnswer: Guard<ReceiptAnswer> = record({
  sealed: text(/^[A-Za-z0-9_-]{4160}$/),
  leaf: text(/^[A-Za-z0-9_-]{43}$/),
  keyList: text(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*){2}$/),
});

/**
 * Fetches, opens and checks the receipt of a session, or of what was agreed to `ahead` for a ward, or a ward's own `copy`, without saying who asks. Undefined where nothing lies there that this phone's key
 * opens: there never was one, or it has gone. What opens and is not the authority's, of another session, or does not fit the leaf that
 * the BFF has of it, is no receipt but a fault to be told; why `key-gone` where the key that signed it is listed no more.
 * @throws HolderProblem authority-untrusted, network-failed, ...
 */
export async function readReceipt(
  holder: Reader,
  wanted: { locator: string; privateKey: Uint8Array } & Meant,
): Promise<OwnReceipt | undefined> {
  const answer = await askOpenly(holder, {
    path: '/holder/v1/receipts/read',
    body: { locator: wanted.locator },
    guard: isReceiptAnswer,
  });
  const own = openOwn(holder, answer, wanted.privateKey);
  if (own === undefined) return undefined;
  const { claims } = own;
  if (!isMeant(claims, wanted)) throw untrusted('receipt-other-session');
  if (claims.leaf !== answer.leaf) throw untrusted('receipt-leaf');
  return own;
}

/** Of which session it is to be, as far as whoever reads it knows. */
type Meant = { sessionId: string } | { ahead: true } | { copy: true };

function isMeant(claims: ReceiptClaims, meant: Meant): boolean {
  if ('sessionId' in meant) return claims.sessionId === meant.sessionId;
  return 'ahead' in meant ? claims.ceremony === 'ward' : claims.ward !== undefined;
}

import type { ReceiptAnswer } from '../../../shared/contract/receipt/01-read-receipt.ts';
import { askOpenly } from '../holder/ask-openly.ts';
import { untrusted } from '../holder/check-key-list.ts';
import { type Guard, record, text } from '../holder/guards.ts';
import type { Holder } from '../holder/holder.ts';
import { type OwnReceipt, openOwn } from './open-own.ts';

const isReceiptAnswer: Guard<ReceiptAnswer> = record({
  sealed: text(/^[A-Za-z0-9_-]{4160}$/),
  leaf: text(/^[A-Za-z0-9_-]{43}$/),
  keyList: text(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*){2}$/),
});

/**
 * Fetches, opens and checks the receipt of a session, or of what was agreed to `ahead` for a ward, without saying who asks. Undefined where nothing lies there that this phone's key
 * opens: there never was one, or it has gone. What opens and is not the authority's, of another session, or does not fit the leaf that
 * the BFF has of it, is no receipt but a fault to be told; why `key-gone` where the key that signed it is listed no more.
 * @throws HolderProblem authority-untrusted, network-failed, ...
 */
export async function readReceipt(
  holder: Holder,
  wanted: { locator: string; privateKey: Uint8Array } & ({ sessionId: string } | { ahead: true }),
): Promise<OwnReceipt | undefined> {
  const answer = await askOpenly(holder, {
    path: '/holder/v1/receipts/read',
    body: { locator: wanted.locator },
    guard: isReceiptAnswer,
  });
  const own = openOwn(holder, answer, wanted.privateKey);
  if (own === undefined) return undefined;
  const { claims } = own;
  const isMeant = 'ahead' in wanted ? claims.ceremony === 'ward' : claims.sessionId === wanted.sessionId;
  if (!isMeant) throw untrusted('receipt-other-session');
  if (claims.leaf !== answer.leaf) throw untrusted('receipt-leaf');
  return own;
}

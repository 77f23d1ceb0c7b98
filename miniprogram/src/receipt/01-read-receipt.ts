import type { KeyListClaims } from '../../../shared/contract/authority/keys.ts';
import type { ReceiptClaims } from '../../../shared/contract/authority/receipts.ts';
import type { ReceiptAnswer } from '../../../shared/contract/receipt/01-read-receipt.ts';
import { verifyEs256 } from '../../../shared/jws/verify-es256.ts';
import { leafOf } from '../../../shared/receipt/leaf-of.ts';
import { openReceipt } from '../../../shared/receipt/open-receipt.ts';
import { checkKeyList, untrusted } from '../attempt/check-key-list.ts';
import { askOpenly } from '../holder/ask-openly.ts';
import { type Guard, record, text } from '../holder/guards.ts';
import type { Holder } from '../holder/holder.ts';
import { noteKeyList } from '../holder/newest-key-list.ts';
import { judgingTime } from '../holder/server-time.ts';
import { isReceiptClaims } from './receipt-claims.ts';

const isReceiptAnswer: Guard<ReceiptAnswer> = record({
  sealed: text(/^[A-Za-z0-9_-]{4160}$/),
  leaf: text(/^[A-Za-z0-9_-]{43}$/),
  keyList: text(/^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]*){2}$/),
});

/** What reading one takes of a holder: no key of a device, and nobody logged in. */
export type Reader = Pick<Holder, 'platform' | 'bffUrl' | 'trust' | 'link'>;

/** A receipt of this phone's, as the authority signed it, and what it says. */
export interface OwnReceipt {
  signed: string;
  claims: ReceiptClaims;
}

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
  const signed = openReceipt(answer.sealed, wanted.privateKey);
  if (signed === undefined) return undefined;
  const { trust, link } = holder;
  const keyList = checkKeyList(answer.keyList, {
    ...{ trust, newestVersion: link.newestKeyList.version, now: judgingTime(holder) },
  });
  noteKeyList(holder, keyList);
  const claims = openSigned(signed, keyList);
  if (claims.iss !== keyList.iss || claims.sandbox !== keyList.sandbox) throw untrusted('receipt-issuer');
  if (!isMeant(claims, wanted)) throw untrusted('receipt-other-session');
  if (leafOf(claims.salt, claims) !== claims.leaf || claims.leaf !== answer.leaf)
    throw untrusted('receipt-leaf');
  return { signed, claims };
}

/** Of which session it is to be, as far as whoever reads it knows. */
type Meant = { sessionId: string } | { ahead: true } | { copy: true };

function isMeant(claims: ReceiptClaims, meant: Meant): boolean {
  if ('sessionId' in meant) return claims.sessionId === meant.sessionId;
  return 'ahead' in meant ? claims.ceremony === 'ward' : claims.ward !== undefined;
}

/** By a key in use, or by one that was in use then. One that the list does not name is no forgery: it may have been struck since. */
function openSigned(jws: string, { sign, former }: KeyListClaims): ReceiptClaims {
  let claims: unknown;
  let named = false;
  let retiredAt = Number.POSITIVE_INFINITY;
  try {
    claims = verifyEs256({
      jws,
      type: 'lz-receipt+jwt',
      keyOf(kid) {
        const before = former.find((key) => key.kid === kid);
        retiredAt = before?.retiredAt ?? retiredAt;
        const key = sign.find((each) => each.kid === kid) ?? before;
        named = key !== undefined;
        return key?.jwk;
      },
    });
  } catch (cause) {
    throw untrusted(named ? 'receipt-signature' : 'key-gone', cause);
  }
  if (!isReceiptClaims(claims)) throw untrusted('receipt-form');
  if (claims.iat * 1000 > retiredAt) throw untrusted('receipt-after-its-key');
  return claims;
}

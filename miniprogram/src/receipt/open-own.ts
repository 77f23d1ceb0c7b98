import type { KeyListClaims } from '../../../shared/contract/authority/keys.ts';
import type { ReceiptClaims } from '../../../shared/contract/authority/receipts.ts';
import { verifyEs256 } from '../../../shared/jws/verify-es256.ts';
import { leafOf } from '../../../shared/receipt/leaf-of.ts';
import { openReceipt } from '../../../shared/receipt/open-receipt.ts';
import { checkKeyList, untrusted } from '../holder/check-key-list.ts';
import type { Holder } from '../holder/holder.ts';
import { noteKeyList } from '../holder/newest-key-list.ts';
import { judgingTime } from '../holder/server-time.ts';
import { isReceiptClaims } from './receipt-claims.ts';

/** What reading one takes of a holder: no key of a device, and nobody logged in. */
export type Reader = Pick<Holder, 'platform' | 'bffUrl' | 'trust' | 'link'>;

/** A receipt of this phone's, as the authority signed it, and what it says. */
export interface OwnReceipt {
  signed: string;
  claims: ReceiptClaims;
}

/**
 * Opens what was sealed to this phone, and checks that it is a receipt of the authority's whose leaf is that of what it says. Undefined where this phone's key does not
 * open it. Of which check it is to be, the caller looks at.
 * @throws HolderProblem authority-untrusted; why `key-gone` where the key that signed it is listed no more
 */
export function openOwn(
  holder: Reader,
  { sealed, keyList: list }: { sealed: string; keyList: string },
  privateKey: Uint8Array,
): OwnReceipt | undefined {
  const signed = openReceipt(sealed, privateKey);
  if (signed === undefined) return undefined;
  const { trust, link } = holder;
  const keyList = checkKeyList(list, {
    ...{ trust, newestVersion: link.newestKeyList.version, now: judgingTime(holder) },
  });
  noteKeyList(holder, keyList);
  const claims = openSigned(signed, keyList);
  if (claims.iss !== keyList.iss || claims.sandbox !== keyList.sandbox) throw untrusted('receipt-issuer');
  if (leafOf(claims.salt, claims) !== claims.leaf) throw untrusted('receipt-leaf');
  return { signed, claims };
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

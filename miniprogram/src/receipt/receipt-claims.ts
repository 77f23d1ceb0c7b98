import { ceremonyNames } from '../../../shared/ceremonies.ts';
import { type ReceiptClaims, receiptOutcomes } from '../../../shared/contract/authority/receipts.ts';
import { idPattern } from '../../../shared/ids.ts';
import { readJwsPart } from '../../../shared/jws/read-part.ts';
import { levels } from '../../../shared/levels.ts';
import { flag, type Guard, oneOf, record, text, whole } from '../holder/guards.ts';

/** The contract's schema by hand, as in `holder/answers.ts`. */
export const isReceiptClaims: Guard<ReceiptClaims> = record(
  {
    iss: text(),
    iat: whole(0),
    sandbox: flag,
    ceremony: oneOf(ceremonyNames),
    sessionId: text(new RegExp(idPattern.ses)),
    rpId: text(),
    rpName: text(),
    counterId: text(),
    counterName: text(),
    place: text(),
    scene: text(),
    purpose: text(),
    level: oneOf(levels),
    outcome: oneOf(receiptOutcomes),
    salt: text(/^[A-Za-z0-9_-]{22}$/),
    leaf: text(/^[A-Za-z0-9_-]{43}$/),
  },
  { ward: text(new RegExp(idPattern.del)), report: text() },
);

/** What a receipt says that this phone has checked before, and kept since. Undefined where it cannot be read. */
export function claimsOfKept(signed: string): ReceiptClaims | undefined {
  try {
    const claims = readJwsPart(signed.split('.')[1] ?? '');
    return isReceiptClaims(claims) ? claims : undefined;
  } catch {
    return undefined;
  }
}

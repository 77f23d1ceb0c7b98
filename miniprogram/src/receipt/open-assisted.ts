import type { Notice } from '../../../shared/contract/protect/notices.ts';
import { untrusted } from '../holder/check-key-list.ts';
import type { Holder } from '../holder/holder.ts';
import { type OwnReceipt, openOwn } from './open-own.ts';

/** Milliseconds. A notice says the noon of its day, and a verdict may wait past midnight for its counter word. */
const within = 36 * 60 * 60 * 1000;

/**
 * The receipt that came with the notice of a check by card. Undefined where this phone's key does not open it. What opens and is not the authority's, or is none of a
 * check by card that passed on that day, is a fault to be told.
 * @throws HolderProblem authority-untrusted, as `openOwn`
 */
export function openAssisted(
  holder: Holder,
  { sealed, at }: Required<Pick<Notice, 'sealed' | 'at'>>,
  { keyList, privateKey }: { keyList: string; privateKey: Uint8Array },
): OwnReceipt | undefined {
  const own = openOwn(holder, { sealed, keyList }, privateKey);
  if (own === undefined) return undefined;
  const { ceremony, outcome, iat } = own.claims;
  if (ceremony !== 'assist' || outcome !== 'pass') throw untrusted('receipt-other-session');
  if (Math.abs(iat * 1000 - at) > within) throw untrusted('receipt-other-day');
  return own;
}

import { dateInChina } from '../../../shared/china-calendar.ts';
import type { ReadVerdict } from '../../../shared/contract/authority/07-verdict.ts';
import type { SessionState } from '../../../shared/sessions.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * The statement that keeps the receipt of a session that a verdict ends so: written with the end, under what the phone chose, and with
 * nothing of the session, the device or the holder. None where the phone wanted none, the authority made none, or the session goes on.
 * A locator that is taken keeps what it has: a phone that uses one twice loses the second, and its check ends all the same.
 */
export function storeReceipt(
  { now }: Pick<Ports, 'now'>,
  locator: string | undefined,
  { receipts }: Pick<ReadVerdict, 'receipts'>,
  state: SessionState,
): Statement[] {
  const receipt = receiptOf(receipts, state);
  if (locator === undefined || receipt === undefined) return [];
  const { sealed, leaf } = receipt;
  return [
    {
      sql: `insert into receipts (locator, sealed, leaf, day) values (:locator, :sealed, :leaf, :day)
        on conflict (locator) do nothing`,
      params: { locator, sealed, leaf, day: dateInChina(now()) },
    },
  ];
}

function receiptOf(receipts: ReadVerdict['receipts'], state: SessionState) {
  if (state === 'passed') return receipts?.pass;
  return state === 'failed' ? receipts?.fail : undefined;
}

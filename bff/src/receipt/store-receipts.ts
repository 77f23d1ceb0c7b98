import { dateInChina } from '../../../shared/china-calendar.ts';
import type { ReadVerdict } from '../../../shared/contract/authority/07-verdict.ts';
import type { SealedEnds } from '../../../shared/contract/authority/receipts.ts';
import type { SessionState } from '../../../shared/sessions.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';

/** Where the receipts of an attempt are to be kept: that of the phone, and a ward's own copy. */
interface Places {
  receipt?: string;
  copy?: string;
}

/**
 * The statements that keep the receipts of a session that a verdict ends so: written with the end, under what the phone, or whoever took a ward's face, chose,
 * and with nothing of the session, the device or the holder, or of one another. None where nobody wanted one, the authority made none, or the session goes on.
 * A locator that is taken keeps what it has: a phone that uses one twice loses the second, and its check ends all the same.
 */
export function storeReceipts(
  { now }: Pick<Ports, 'now'>,
  { receipt, copy }: Places,
  { receipts }: Pick<ReadVerdict, 'receipts'>,
  state: SessionState,
): Statement[] {
  const day = dateInChina(now());
  const store = (locator: string | undefined, ends: Partial<SealedEnds> | undefined): Statement[] => {
    const sealed = endOf(ends, state);
    if (locator === undefined || sealed === undefined) return [];
    return [
      {
        sql: `insert into receipts (locator, sealed, leaf, day) values (:locator, :sealed, :leaf, :day)
        on conflict (locator) do nothing`,
        params: { locator, ...sealed, day },
      },
    ];
  };
  return [...store(receipt, receipts), ...store(copy, receipts?.copy)];
}

function endOf(ends: Partial<SealedEnds> | undefined, state: SessionState) {
  if (state === 'passed') return ends?.pass;
  return state === 'failed' ? ends?.fail : undefined;
}

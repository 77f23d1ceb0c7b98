import { readReceipt } from '../../receipt/01-read-receipt.ts';
import { faultOf } from '../../receipt/fault-of.ts';
import { openHolder } from '../../start/open-holder.ts';
import { noteRead, noteReceipt, receipts, unreadReceipts } from '../../start/receipts.ts';
import { recordOf } from '../../start/record-of.ts';

/**
 * Fetches the receipts that this phone has not read yet, and notes in the one list what the authority says: of a check that is there
 * already, or of one whose end this phone has not seen. What does not fit is noted as well.
 * @throws HolderProblem where they could not be asked for
 */
export async function confirmReceipts(): Promise<void> {
  const unread = await unreadReceipts();
  // Whoever has none needs no key of a device either.
  if (unread.length === 0) return;
  const holder = await openHolder();
  for (const { wanted, privateKey } of unread) {
    const { id, locator, ahead } = wanted;
    const seen = receipts().find((each) => each.id === id);
    try {
      const which = ahead === undefined ? { sessionId: id } : { ahead };
      const own = await readReceipt(holder, { ...which, locator, privateKey });
      // Nothing comes back to a phone that has been signed out meanwhile.
      if (holder.link.over) return;
      if (own !== undefined) await noteReceipt(recordOf(own, seen));
      if (own !== undefined && ahead !== undefined) await noteRead(wanted);
    } catch (problem) {
      const fault = faultOf(problem);
      if (fault === undefined) throw problem;
      if (seen !== undefined && !holder.link.over) await noteReceipt({ ...seen, [fault]: true });
    }
  }
}

import { type Scene, sceneNames } from '../../../../shared/scenes.ts';
import { HolderProblem } from '../../holder/holder-problem.ts';
import { type OwnReceipt, readReceipt } from '../../receipt/01-read-receipt.ts';
import type { Receipt } from '../../start/kept-receipts.ts';
import { openHolder } from '../../start/open-holder.ts';
import { noteRead, noteReceipt, receipts, unreadReceipts } from '../../start/receipts.ts';

/**
 * Fetches the receipts that this phone has not read yet, and notes in the one list what the authority says: of a check that is there
 * already, or of one whose end this phone has not seen. What does not fit is noted as well.
 * @throws HolderProblem where they could not be asked for
 */
export async function confirmReceipts(): Promise<void> {
  const holder = await openHolder();
  for (const { wanted, privateKey } of await unreadReceipts()) {
    const { id, locator, ahead } = wanted;
    const seen = receipts().find((each) => each.id === id);
    try {
      const which = ahead === undefined ? { sessionId: id } : { ahead };
      const own = await readReceipt(holder, { ...which, locator, privateKey });
      if (own !== undefined) await noteReceipt(recordOf(own, seen));
      if (own !== undefined && ahead !== undefined) await noteRead(wanted);
    } catch (problem) {
      const fault = faultOf(problem);
      if (fault === undefined) throw problem;
      if (seen !== undefined) await noteReceipt({ ...seen, [fault]: true });
    }
  }
}

/** What this phone was told by the BFF and what the authority has signed must be the same end. */
function recordOf({ signed, claims }: OwnReceipt, seen: Receipt | undefined): Receipt {
  const outcome = claims.outcome === 'pass' ? 'passed' : 'failed';
  if (seen !== undefined && seen.outcome !== outcome) return { ...seen, forged: true };
  const scene: Scene | undefined = sceneNames.find((name) => name === claims.scene);
  return {
    ...{ id: claims.sessionId, rpName: claims.rpName, level: claims.level, outcome, signed },
    ...{ at: claims.iat * 1000, ...(scene === undefined ? {} : { scene }) },
  };
}

/** A receipt whose key has gone says nothing, for or against anybody. */
function faultOf(problem: unknown): 'forged' | 'unsaid' | undefined {
  const why = problem instanceof HolderProblem ? (problem.why ?? '') : '';
  if (why === 'key-gone') return 'unsaid';
  return why.startsWith('receipt-') ? 'forged' : undefined;
}

import type { Notice } from '../../../shared/contract/protect/notices.ts';
import { isKeyListAnswer } from '../holder/answers.ts';
import { callBff } from '../holder/call-bff.ts';
import type { Holder } from '../holder/holder.ts';
import { faultOf } from '../receipt/fault-of.ts';
import { openAssisted } from '../receipt/open-assisted.ts';
import { keptReceiptKey, noteReceipt, receipts } from './receipts.ts';
import { recordOf } from './record-of.ts';

/** What came with a notice: a receipt that is among the records now, one that is not the authority's, or one that this phone cannot confirm. */
export type CameWith = 'kept' | 'forged' | 'unsaid';

/**
 * Opens the receipts that came with notices of checks by card, and puts those of the authority among the records of this phone. Answers what came with which notice, by
 * its `seq`; what is not the authority's becomes no record, and neither does one receipt twice.
 * @throws HolderProblem where the authority's key list could not be asked for, or is none
 */
export async function keepAssisted(
  holder: Holder,
  notices: readonly Notice[],
): Promise<ReadonlyMap<number, CameWith>> {
  const came = new Map<number, CameWith>();
  const boxes = notices.flatMap(({ kind, seq, at, sealed }) =>
    kind === 'assisted' && sealed !== undefined ? [{ seq, at, sealed }] : [],
  );
  if (boxes.length === 0) return came;
  const privateKey = await keptReceiptKey();
  const { keyList } = await callBff(holder, {
    method: 'GET',
    path: '/holder/v1/key-list',
    guard: isKeyListAnswer,
  });
  const told = new Set<string>();
  for (const { seq, ...box } of boxes) {
    const how = privateKey === undefined ? 'unsaid' : await keep(holder, box, { keyList, privateKey, told });
    came.set(seq, how);
  }
  return came;
}

async function keep(
  holder: Holder,
  box: Parameters<typeof openAssisted>[1],
  { told, ...by }: Parameters<typeof openAssisted>[2] & { told: Set<string> },
): Promise<CameWith> {
  try {
    const own = openAssisted(holder, box, by);
    if (own === undefined) return 'unsaid';
    const { sessionId } = own.claims;
    if (told.has(sessionId)) return 'forged';
    told.add(sessionId);
    const seen = receipts().find(({ id }) => id === sessionId);
    if (seen?.signed !== own.signed) await noteReceipt(recordOf(own, seen));
    return 'kept';
  } catch (problem) {
    const fault = faultOf(problem);
    if (fault === undefined) throw problem;
    return fault;
  }
}

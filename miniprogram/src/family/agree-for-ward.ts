import type { ReceiptWanted } from '../../../shared/contract/attempt/03-challenge.ts';
import { challenge } from '../attempt/03-challenge.ts';
import type { Holder } from '../holder/holder.ts';
import type { ToldView } from '../holder/who-asks.ts';
import type { WardRequest } from './ward-requests.ts';

/**
 * The owner agrees that the ward is checked where the ward stands, this once: the word is for this session alone. The terminal takes the face; nothing is taken here.
 * @throws HolderProblem delegation-over, delegation-rests, session-over, ...
 */
export async function agreeForWard(
  holder: Holder,
  view: WardRequest,
  receipt?: ReceiptWanted,
): Promise<ToldView> {
  const agreed = { view, consent: { face: true, voice: false }, ward: view.ward };
  return (await challenge(holder, agreed, receipt)).view;
}

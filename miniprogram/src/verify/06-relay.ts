import type { SealedKind } from '../../../shared/challenge.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { relaySample } from '../attempt/06-relay.ts';
import type { Holder } from '../holder/holder.ts';
import { sessionPath } from './session-path.ts';

/** Uploads one envelope of the session. @throws HolderProblem challenge-expired, sample-refused, session-over, ... */
export async function relay(
  holder: Holder,
  sessionId: string,
  kind: SealedKind,
  envelope: Uint8Array,
): Promise<HolderView> {
  return await relaySample(holder, sessionPath(sessionId), kind, envelope);
}

import type { HolderView } from '../../../shared/contract/holder-view.ts';
import type { CheckedChallenge } from '../holder/check-challenge.ts';
import type { Holder } from '../holder/holder.ts';
import { platformFace } from '../holder/platform-face.ts';
import { sessionPath } from './session-path.ts';

/** The platform takes the face for this check. @throws HolderProblem as platformFace */
export async function takePlatformFace(
  holder: Holder,
  sessionId: string,
  checked: CheckedChallenge,
): Promise<HolderView> {
  return await platformFace(holder, sessionPath(sessionId), checked);
}

import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { platformFace } from '../attempt/04-platform-face.ts';
import type { CheckedChallenge } from '../attempt/check-challenge.ts';
import type { Holder } from '../holder/holder.ts';
import { sessionPath } from './session-path.ts';

/** The platform takes the face for this check. @throws HolderProblem as platformFace */
export async function takePlatformFace(
  holder: Holder,
  sessionId: string,
  checked: CheckedChallenge,
): Promise<HolderView> {
  return await platformFace(holder, sessionPath(sessionId), checked);
}

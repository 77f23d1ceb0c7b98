import type { HolderView } from '../../../shared/contract/holder-view.ts';
import type { CheckedChallenge } from '../holder/check-challenge.ts';
import type { Holder } from '../holder/holder.ts';
import { platformFace } from '../holder/platform-face.ts';
import { applicationPath } from './application-path.ts';

/** The platform takes the face for this application. @throws HolderProblem as platformFace */
export async function takePlatformFace(
  holder: Holder,
  applicationId: string,
  checked: CheckedChallenge,
): Promise<HolderView> {
  return await platformFace(holder, applicationPath(applicationId), checked);
}

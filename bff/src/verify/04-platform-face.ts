import type { HolderView } from '../../../shared/contract/holder-view.ts';
import type { FaceBeginAnswer, FaceBeginBody } from '../../../shared/contract/verify/04-platform-face.ts';
import { beginPlatformFace, endPlatformFace } from '../attempt/04-platform-face.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';

/** The platform is to take the face of this check. @throws Problem as beginPlatformFace */
export function beginFace(
  ports: Ports,
  caller: HolderCaller,
  sessionId: string,
  body: FaceBeginBody,
): Promise<FaceBeginAnswer> {
  return beginPlatformFace(ports, caller, sessionId, body);
}

/** The page of the platform was closed. @throws Problem as endPlatformFace */
export function endFace(ports: Ports, caller: HolderCaller, sessionId: string): Promise<HolderView> {
  return endPlatformFace(ports, caller, sessionId);
}

import type { SealedKind } from '../../../shared/challenge.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { relaySample, type Upload } from '../attempt/06-relay.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * One sealed sample of a check, streamed to the authority; nothing of it is kept.
 * @throws Problem as relaySample
 */
export function relay(
  ports: Ports,
  caller: HolderCaller,
  sessionId: string,
  kind: SealedKind,
  upload: Upload,
): Promise<HolderView> {
  return relaySample(ports, caller, sessionId, kind, upload);
}

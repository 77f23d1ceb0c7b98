import type { SealedKind } from '../../../shared/challenge.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { relaySample, type Upload } from '../attempt/06-relay.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * One sealed sample of an application: identity, face, voice where consented, an ID photo where announced.
 * @throws Problem as relaySample
 */
export function relay(
  ports: Ports,
  caller: HolderCaller,
  applicationId: string,
  kind: SealedKind,
  upload: Upload,
): Promise<HolderView> {
  return relaySample(ports, caller, applicationId, kind, upload);
}

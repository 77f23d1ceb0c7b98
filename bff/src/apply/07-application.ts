import type { HolderView } from '../../../shared/contract/holder-view.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { awaitChange, type Wait } from '../session/await-change.ts';
import { holderView } from '../session/holder-view.ts';
import { loadOwn } from '../session/load.ts';

/**
 * The application as its phone may see it; `passed` means that the credential is there.
 * @throws Problem not-found, also for every other phone
 */
export async function readApplication(
  ports: Ports,
  caller: HolderCaller,
  applicationId: string,
  wait: Wait,
): Promise<HolderView> {
  return holderView(
    ports,
    await awaitChange(ports, applicationId, () => loadOwn(ports, caller, applicationId), wait),
  );
}

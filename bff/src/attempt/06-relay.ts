import type { Readable } from 'node:stream';
import type { SealedKind } from '../../../shared/challenge.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import type { DeviceCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { holderView } from '../session/holder-view.ts';
import { loadAwaiting, recordSample } from './record-sample.ts';
import { takeUpload } from './take-upload.ts';

interface Upload {
  /** The Content-Length, already within the limits. */
  length: number;
  stream: Readable;
}

/**
 * Streams one envelope to the authority, keeps nothing of it, and records that it has come. After the last one the session is
 * `deciding`. An envelope whose answer was lost may be sent again: the authority answers the same bytes the same way.
 * @throws Problem not-found, session-over, step-out-of-order, sample-not-awaited, challenge-expired, sample-refused,
 * relay-busy, upload-too-slow, upload-timeout, authority-unavailable
 */
export async function relaySample(
  ports: Ports,
  caller: DeviceCaller,
  id: string,
  kind: SealedKind,
  { length, stream }: Upload,
): Promise<HolderView> {
  const session = await loadAwaiting(ports, caller, id, kind);
  const upload = await takeUpload(ports, { caller, sessionId: id, kind, stream });
  try {
    await ports.authority.relaySample(session.attempt.challengeId, kind, length, upload.stream);
  } catch (fault) {
    throw upload.cutFor() ?? fault;
  } finally {
    upload.stop();
  }
  ports.measures.relayed(length);
  return holderView(ports, await recordSample(ports, caller, session, kind));
}

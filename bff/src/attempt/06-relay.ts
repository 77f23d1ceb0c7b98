import type { Readable } from 'node:stream';
import type { SealedKind } from '../../../shared/challenge.ts';
import type { HolderView } from '../../../shared/contract/holder-view.ts';
import type { SampleUpload } from '../ports/authority.ts';
import type { DeviceCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { holderView } from '../session/holder-view.ts';
import type { Session } from '../session/session.ts';
import { loadAwaiting, recordSample } from './record-sample.ts';
import { takeUpload } from './take-upload.ts';

interface Upload extends Omit<SampleUpload, 'body'> {
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
  upload: Upload,
): Promise<HolderView> {
  return holderView(ports, await relay(ports, caller, id, kind, upload));
}

/** The same by whichever device brings samples of the kind; answers the session. @throws Problem as `relaySample` */
export async function relay(
  ports: Ports,
  caller: DeviceCaller,
  id: string,
  kind: SealedKind,
  { length, word, stream }: Upload,
): Promise<Session> {
  const session = await loadAwaiting(ports, caller, id, kind);
  const upload = await takeUpload(ports, { caller, sessionId: id, kind, stream });
  try {
    const body = upload.stream;
    await ports.authority.relaySample(session.attempt.challengeId, kind, { length, word, body });
  } catch (fault) {
    throw upload.cutFor() ?? fault;
  } finally {
    upload.stop();
  }
  ports.measures.relayed(length);
  return recordSample(ports, caller, session, kind);
}

import type { Readable } from 'node:stream';
import type { SealedKind } from '../../../shared/challenge.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { DeviceCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import type { QuotaName } from '../ports/quotas.ts';
import { take } from '../quota/take.ts';
import { type PacedUpload, pacedUpload } from './paced-upload.ts';

/** Whose upload it is, and of what: the session is known by then, and awaits it. */
export interface Uploading {
  caller: DeviceCaller;
  sessionId: string;
  kind: SealedKind;
  stream: Readable;
}

/**
 * Takes a place for an upload, before a byte of it is read. Of one sample the newest counts, as the phone that sends it again has lost
 * the line of the older; a phone has a few; and where all places are taken the phone that has most of them gives one to a
 * phone that has none.
 * @throws Problem relay-busy, with Retry-After; sample-not-awaited where a newer one came at the same moment
 */
export async function takeUpload(
  ports: Ports,
  { caller: { deviceThumbprint }, sessionId, kind, stream }: Uploading,
): Promise<PacedUpload> {
  let upload: PacedUpload | undefined;
  let gone: Problem | undefined;
  const giveWay = (to: QuotaName) => {
    gone = to === 'uploads-by-sample' ? new Problem('sample-not-awaited') : busy();
    upload?.cut(gone);
  };
  const { leave } = await take(
    ports,
    [
      { quota: 'uploads-by-sample', subject: `${sessionId} ${kind}` },
      { quota: 'uploads-by-device', subject: deviceThumbprint },
      { quota: 'uploads', subject: '', most: ports.settings.relaysInFlight },
    ],
    { share: deviceThumbprint, giveWay },
  );
  if (gone !== undefined) throw gone;
  ports.measures.relaysInFlight(1);
  const paced = pacedUpload(stream);
  upload = paced;
  let over = false;
  return {
    ...paced,
    stop() {
      paced.stop();
      if (over) return;
      over = true;
      leave();
      ports.measures.relaysInFlight(-1);
    },
  };
}

function busy(): Problem {
  return new Problem('relay-busy', { retryAfter: limits.relayRetryAfterSeconds });
}

import type { HolderId } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * Counts that a holder has a platform asked to take a face: sessions and challenges may be opened at will, what a platform
 * does costs the operator. Counted before anybody is asked: one update of one row that holds the count, so that of a holder's
 * calls at the same moment, in whichever process, no more than the limit go on.
 * @throws Problem too-many-requests, with the seconds until the window ends
 */
export async function countPlatformFace(ports: Ports, holderId: HolderId): Promise<void> {
  const now = ports.now();
  const past = now - limits.platformFaceWindow;
  const counted = await ports.db.write([
    {
      sql: `update holders set
          faces_begun = case when faces_since <= :past then 1 else faces_begun + 1 end,
          faces_since = case when faces_since <= :past then :now else faces_since end
        where id = :holderId and (faces_since <= :past or faces_begun < :most) returning id`,
      params: { holderId, now, past, most: limits.platformFacePerHolder },
      rows: 1,
    },
  ]);
  if (counted.done) return;
  const [row] = await ports.db.read('select faces_since from holders where id = :holderId', { holderId });
  const retryAfter = Math.max(1, Math.ceil((Number(row?.faces_since ?? now) - past) / 1000));
  throw new Problem('too-many-requests', { retryAfter });
}

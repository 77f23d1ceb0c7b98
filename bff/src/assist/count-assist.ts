import { dateInChina } from '../../../shared/china-calendar.ts';
import type { RpId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { Statement } from '../ports/db.ts';

const isFull = '(assist_sums.checks + 1) % :together = 0';

/** The month of a moment, by the calendar of China. */
const chinaMonth = (at: number): string => dateInChina(at).slice(0, 7);

/**
 * One more of the relying party's in that month, and how long it took: nothing of who it was, when, where or how it ended. What is told of it
 * changes with every `limits.assistsTogether` alone, the mean too: of one more it would tell how long that one took.
 */
export function countAssist({
  rpId,
  since,
  endedAt,
}: {
  rpId: RpId;
  since: number;
  endedAt: number;
}): Statement {
  return {
    sql: `insert into assist_sums (rp_id, month, checks, seconds, purge_at) values (:rpId, :month, 1, :seconds, :purgeAt)
      on conflict (rp_id, month) do update set checks = assist_sums.checks + 1, seconds = assist_sums.seconds + excluded.seconds,
        told_checks = case when ${isFull} then assist_sums.checks + 1 else assist_sums.told_checks end,
        told_seconds = case when ${isFull} then assist_sums.seconds + excluded.seconds else assist_sums.told_seconds end,
        purge_at = excluded.purge_at`,
    params: {
      together: limits.assistsTogether,
      ...{ rpId, month: chinaMonth(endedAt), purgeAt: endedAt + limits.assistsKept },
      seconds: Math.max(0, Math.round((endedAt - since) / 1000)),
    },
  };
}

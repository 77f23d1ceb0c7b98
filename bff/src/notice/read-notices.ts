import type { Notice } from '../../../shared/contract/protect/notices.ts';
import * as limits from '../../../shared/limits.ts';
import { noticeKinds } from '../../../shared/notices.ts';
import type { Ports } from '../ports/ports.ts';

/** What a phone was told after that place, in order; `limits.noticesPerPage` at most. A phone is told nothing that was another's. */
export async function readNotices(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  device: string,
  after: number,
): Promise<Notice[]> {
  const rows = await db.read(
    `select seq, kind, at, until_at, sealed from notices
      where device = :device and seq > :after and expires_at > :now order by seq limit :most`,
    { device, after, now: now(), most: limits.noticesPerPage },
  );
  return rows.flatMap((row) => {
    const kind = noticeKinds.find((known) => known === row.kind);
    if (kind === undefined) return [];
    const until = row.until_at === null ? {} : { until: Number(row.until_at) };
    const sealed = row.sealed === null ? {} : { sealed: String(row.sealed) };
    return [{ seq: Number(row.seq), kind, at: Number(row.at), ...until, ...sealed }];
  });
}

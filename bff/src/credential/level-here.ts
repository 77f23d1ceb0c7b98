import type { CredentialPage } from '../../../shared/contract/authority/credentials.ts';
import { asId } from '../../../shared/ids.ts';
import type { Level } from '../../../shared/levels.ts';
import * as limits from '../../../shared/limits.ts';
import type { NoticeKind } from '../../../shared/notices.ts';
import { tellDevices } from '../notice/tell-devices.ts';
import { wakeHolder } from '../notice/wake-holder.ts';
import type { AuditEvent } from '../ports/audit.ts';
import type { Row } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { awaitsVerdict } from './awaits-verdict.ts';

type There = Omit<CredentialPage['credentials'][number], 'state' | 'since'>;

/** What is to be written here, and told to every phone; `level` where that changes too. */
interface Follows {
  tells: NoticeKind;
  level?: Level;
}

/**
 * Follows the authority in the level of what is live on both sides, and tells the holder: another officer has confirmed what was raised, or taken it back, or
 * nobody has decided in time. What comes by the clock is left to it.
 * @param asked when the authority was asked
 */
export async function levelHere(ports: Ports, there: There, asked: number): Promise<void> {
  const { db, now } = ports;
  const handle = asId('crd', there.handle);
  const sql = `select * from credentials where handle = :handle and state <> 'void'`;
  const [row] = await db.read(sql, { handle });
  if (row === undefined) return;
  const follows = followsOf(row, there, { now: now(), asked });
  const holderId = asId('hol', String(row.holder_id));
  if (follows === undefined) return;
  const { tells, level } = follows;
  // Somebody may have raised it since that was asked.
  if (level === 'basic' && (await ports.authority.strictAmong([handle])).has(handle)) return;
  // A raise writes its level itself, and tells of it.
  if (level === 'strict' && (await awaitsVerdict(ports, holderId, ['raise']))) return;
  const written = await db.write(
    [
      {
        sql: `update credentials set level = :level, strict_from = null, in_review = :inReview,
            due_at = case when due_at = strict_from then card_report_ends else due_at end
          where handle = :handle and level = :was and coalesce(strict_from, 0) = :from and coalesce(in_review, 0) = :review
            and state <> 'void' returning handle`,
        params: {
          ...{ handle, level: level ?? String(row.level), inReview: there.inReview ? now() : null },
          ...{ was: String(row.level), from: Number(row.strict_from), review: Number(row.in_review) },
        },
        rows: 1,
      },
      tellDevices(ports, holderId, { kind: tells }),
    ],
    { reserve: true },
  );
  if (!written.done) return;
  if (level !== undefined) void ports.audit(eventOf(level));
  wakeHolder(ports, holderId);
}

function followsOf(
  row: Row,
  there: There,
  { now, asked }: { now: number; asked: number },
): Follows | undefined {
  const waits = row.strict_from !== null;
  if (there.level === 'strict') {
    // What is unusable is brought along by its own verdict; what was to come by the clock comes so.
    const comes = waits && Number(row.strict_from) <= now + limits.clockSkew;
    const hasIt = row.level === 'strict' || row.state === 'unusable' || comes;
    return hasIt ? undefined : { tells: 'raised', level: 'strict' };
  }
  if (there.strictFrom !== undefined) return undefined;
  if (waits) return { tells: 'strict-stopped', level: 'basic' };
  if (row.level === 'strict') return { tells: 'level-lowered', level: 'basic' };
  const isOver = row.in_review !== null && there.inReview === undefined && Number(row.in_review) < asked;
  return isOver ? { tells: 'review-over' } : undefined;
}

function eventOf(level: Level): AuditEvent {
  return { event: level === 'strict' ? 'credential-raised' : 'credential-lowered', by: 'authority', level };
}

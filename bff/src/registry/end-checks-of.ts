import type { CounterId, RpId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { Ports } from '../ports/ports.ts';
import { endAll } from '../session/end-all.ts';
import { sessionsOf } from '../session/row.ts';
import { isLive } from '../session/session.ts';

/**
 * Ends all live checks of a counter, or of all counters of a relying party: cancelled, or given up where the authority decides at this
 * moment, and nobody is told the verdict. One that changes meanwhile is met again.
 */
export async function endChecksOf(
  ports: Ports,
  of: { rpId: RpId } | { counterId: CounterId },
): Promise<void> {
  const [column, subject] = 'rpId' in of ? ['rp_id', of.rpId] : ['counter_id', of.counterId];
  for (;;) {
    const rows = await ports.db.read(
      `select id, body from sessions where ${column} = :subject
        and state in ('open', 'claimed', 'challenged', 'deciding') limit :most`,
      { subject, most: limits.feedPart },
    );
    const sessions = (await sessionsOf(ports, rows)).filter(isLive);
    if (sessions.length === 0) return;
    const isDeciding = (session: (typeof sessions)[number]) => session.state === 'deciding';
    await endAll(
      ports,
      sessions.filter((each) => !isDeciding(each)),
      'cancelled',
      'operator',
    );
    await endAll(ports, sessions.filter(isDeciding), 'aborted', 'operator');
  }
}

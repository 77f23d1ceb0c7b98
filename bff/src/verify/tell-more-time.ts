import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import type { Demand } from '../ports/quotas.ts';
import { take } from '../quota/take.ts';
import { amend } from '../session/change.ts';
import type { LiveCheck } from '../session/session.ts';

/**
 * Tells the counter that somebody scanned and needs more time: once, and never why. What stands with it is written with it or not at
 * all. `lost` where the session has changed meanwhile.
 * @throws Problem of a quota of `demands` that is used up
 */
export async function tellMoreTime(
  ports: Ports,
  session: LiveCheck,
  also: Statement[] = [],
  demands: readonly Demand[] = [],
): Promise<'told' | 'lost'> {
  if (session.asked.needsMoreTime) {
    const { written } = await take(ports, demands, { also });
    return written.done ? 'told' : 'lost';
  }
  const next = { ...session, asked: { ...session.asked, needsMoreTime: true as const } };
  const told = await amend(ports, session, next, also, demands);
  return typeof told === 'string' ? 'lost' : 'told';
}

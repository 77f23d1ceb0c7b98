import { isFinal } from '../../../shared/sessions.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { forgetArrivals } from './arrivals.ts';
import { inFeed } from './feed.ts';
import { updateSession } from './row.ts';
import type { Session } from './session.ts';
import { settleLeft } from './settle-left.ts';

/** What is written whenever a session becomes what follows: its row, its place at the counter, and at the end what must not outlive it. */
export function moveStatements(ports: Ports, from: Session, to: Session): Statement[] {
  const over = isFinal(to.state) && to.asked.by === 'counter';
  return [
    ...inFeed(to, updateSession(from, to)),
    ...settleLeft(ports, from, to),
    ...(over ? [forgetArrivals(to.id)] : []),
  ];
}

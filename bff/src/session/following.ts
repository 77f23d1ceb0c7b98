import { isDeepStrictEqual } from 'node:util';
import { isFinal } from '../../../shared/sessions.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { forgetArrivals } from './arrivals.ts';
import { ceremonyOf } from './ceremony-of.ts';
import { shownOf } from './counter-view.ts';
import { inFeed } from './feed.ts';
import { updateSession } from './row.ts';
import type { Next, Session } from './session.ts';
import { settleLeft } from './settle-left.ts';
import { settleMeeting } from './settle-meeting.ts';
import { tellWebhooks } from './tell-webhooks.ts';

/**
 * What a session becomes by a change: one version further, and shown anew where its counter sees something else than before. Two
 * checks that show the same have the same number, however many samples, attempts, causes and verdicts there were. No deadline is later than
 * when the check has ended in any case.
 */
export function following(from: Session, next: Next): Session {
  const shown = from.shown + (isDeepStrictEqual(shownOf(from), shownOf(next)) ? 0 : 1);
  const { asked } = next;
  const endsBy = 'code' in asked ? asked.endsBy : undefined;
  const deadline = Math.min(next.deadline, endsBy ?? Number.POSITIVE_INFINITY);
  return { ...next, deadline, version: from.version + 1, shown };
}

/** What is written whenever a session becomes what follows: its row, its place at the counter, what its RP's webhooks are told, and at the end what must not outlive it. */
export function moveStatements(ports: Ports, from: Session, to: Session): Statement[] {
  const over = isFinal(to.state) && to.asked.by === 'counter';
  return [
    ...inFeed(to, updateSession(from, to)),
    ...settleLeft(ports, from, to),
    ...tellWebhooks(ports, from, to),
    ...(over ? [forgetArrivals(to.id)] : []),
    ...byCard(ports, from, to),
    ...settleMeeting(ports, to),
  ];
}

function byCard(ports: Ports, from: Session, to: Session): Statement[] {
  if (!('claim' in from) || from.claim.shows !== 'card' || !('endedAt' in to)) return [];
  if (to.asked.by !== 'counter') return [];
  const { rpId } = to.asked.request;
  const { since } = from.claim;
  return ceremonyOf(ports, from).onEndByCard?.({ rpId, since, endedAt: to.endedAt }) ?? [];
}

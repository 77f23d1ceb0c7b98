import type { ConsentSubject } from '../../../shared/consent/consent-forms.ts';
import type { Ports } from '../ports/ports.ts';
import { endAll } from '../session/end-all.ts';
import { sessionsOf } from '../session/row.ts';
import { type InState, isLive, type LiveSession } from '../session/session.ts';
import { giveUp } from './give-up.ts';

/**
 * Ends what is in flight on a phone and uses what its holder no longer consents to: as declined, so that the counter offers the staffed way.
 * What is being decided is asked after a last time and given up. A change that wins against us is looked at again.
 */
export async function endConsented(
  ports: Ports,
  deviceThumbprint: string,
  subject: ConsentSubject,
): Promise<void> {
  const rows = await ports.db.read(
    `select id, body from sessions
      where device = :device and state in ('open', 'claimed', 'challenged', 'deciding')`,
    { device: deviceThumbprint },
  );
  const live = (await sessionsOf(ports, rows)).filter(isLive).filter((session) => uses(session, subject));
  if (live.length === 0) return;
  await Promise.all([
    endAll(
      ports,
      live.filter((session) => !isDeciding(session)),
      'declined',
      'holder',
    ),
    ...live.filter(isDeciding).map((session) => giveUp(ports, session, 'withdrawn')),
  ]);
  return endConsented(ports, deviceThumbprint, subject);
}

/** Whoever takes back the face is checked by nothing else. */
function uses(session: LiveSession, subject: ConsentSubject): boolean {
  if (subject === 'face') return true;
  return 'consent' in session && session.consent !== 'not-given' && session.consent.voice;
}

function isDeciding(session: LiveSession): session is InState<'deciding'> {
  return session.state === 'deciding';
}

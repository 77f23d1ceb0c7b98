import type { UndecidedEnd } from '../../../shared/sessions.ts';
import type { Ports } from '../ports/ports.ts';
import { endAll } from '../session/end-all.ts';
import { sessionsOf } from '../session/row.ts';
import { type InState, isLive, type LiveSession } from '../session/session.ts';
import { giveUp } from './give-up.ts';

/** Which sessions of a phone end: `state` where nothing is being decided, `why` where it is. */
interface Ending {
  concerns(session: LiveSession): boolean;
  state: UndecidedEnd;
  why: Parameters<typeof giveUp>[2];
}

/**
 * Ends what is in flight on a phone and concerned, by its holder: all in one write, but for what is being decided, which is asked after a
 * last time, all at once. A change that wins against us is looked at again.
 */
export async function endOfDevice(ports: Ports, deviceThumbprint: string, ending: Ending): Promise<void> {
  const { concerns, state, why } = ending;
  const rows = await ports.db.read(
    `select id, body from sessions
      where device = :device and state in ('open', 'claimed', 'challenged', 'deciding')`,
    { device: deviceThumbprint },
  );
  const live = (await sessionsOf(ports, rows)).filter(isLive).filter(concerns);
  if (live.length === 0) return;
  await Promise.all([
    endAll(
      ports,
      live.filter((session) => !isDeciding(session)),
      state,
      'holder',
    ),
    ...live.filter(isDeciding).map((session) => giveUp(ports, session, why)),
  ]);
  return endOfDevice(ports, deviceThumbprint, ending);
}

function isDeciding(session: LiveSession): session is InState<'deciding'> {
  return session.state === 'deciding';
}

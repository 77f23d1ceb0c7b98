import type { Ports } from '../ports/ports.ts';
import { endAll } from '../session/end-all.ts';
import { sessionsOf } from '../session/row.ts';
import { type InState, isLive, type LiveSession } from '../session/session.ts';
import { giveUp } from './give-up.ts';

/**
 * Ends every session in flight of a phone that lost its standing: all in one write, but for what is being decided, which is asked
 * after a last time, all at once. A change that wins against us is looked at again.
 */
export async function abortDevice(ports: Ports, deviceThumbprint: string): Promise<void> {
  const rows = await ports.db.read(
    `select id, body from sessions
      where device = :device and state in ('open', 'claimed', 'challenged', 'deciding')`,
    { device: deviceThumbprint },
  );
  const live = (await sessionsOf(ports, rows)).filter(isLive);
  if (live.length === 0) return;
  await Promise.all([
    endAll(
      ports,
      live.filter((session) => !isDeciding(session)),
      'superseded',
      'holder',
    ),
    ...live.filter(isDeciding).map((session) => giveUp(ports, session, 'taken-over')),
  ]);
  return abortDevice(ports, deviceThumbprint);
}

function isDeciding(session: LiveSession): session is InState<'deciding'> {
  return session.state === 'deciding';
}

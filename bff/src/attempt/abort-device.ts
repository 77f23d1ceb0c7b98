import { limits } from '../../../shared/limits.ts';
import { isFinal } from '../../../shared/sessions.ts';
import type { Ports } from '../ports/ports.ts';
import { change, ended } from '../session/change.ts';
import { sessionsOf } from '../session/row.ts';
import { giveUp } from './give-up.ts';

/**
 * Ends every session in flight of a phone that lost its standing. What is being decided is asked after a last time, all at once. A
 * change that wins against us is looked at again.
 */
export async function abortDevice(ports: Ports, deviceThumbprint: string): Promise<void> {
  const rows = await ports.db.read('select id, body from sessions where device = :device', {
    device: deviceThumbprint,
  });
  const live = (await sessionsOf(ports, rows)).filter((session) => !isFinal(session.state));
  if (live.length === 0) return;
  const deciding: Promise<void>[] = [];
  for (const session of live) {
    if (session.state === 'deciding') {
      deciding.push(giveUp(ports, session, 'taken-over'));
      continue;
    }
    const done = await change(ports, session, ended(session, 'aborted', ports.now(), limits.claimMemory));
    if (typeof done === 'string') continue;
    void ports.audit({ event: 'session-ended', by: 'holder', sessionId: session.id, state: 'aborted' });
  }
  await Promise.all(deciding);
  return abortDevice(ports, deviceThumbprint);
}

import type { CredentialHandle } from '../../../shared/ids.ts';
import type { Ports } from '../ports/ports.ts';
import { amend } from '../session/change.ts';
import { sessionsOf } from '../session/row.ts';

/**
 * Verdicts that wait for a counter word name no erased credential any more: those of checks by a card, which are no phone's. Without one they
 * are no pass, whatever word is typed. A change that wins against us is looked at again.
 */
export async function forgetKeptVerdicts(ports: Ports, handle: CredentialHandle): Promise<void> {
  const rows = await ports.db.read(
    `select id, body from sessions where state = 'deciding' and body like :pattern`,
    { pattern: `%${handle}%` },
  );
  for (const session of await sessionsOf(ports, rows)) {
    if (session.state !== 'deciding' || !('verdict' in session)) continue;
    const { credential, ...verdict } = session.verdict;
    if (credential !== handle) continue;
    const { version: _version, shown: _shown, ...same } = session;
    const amended = await amend(ports, session, { ...same, verdict: { ...verdict, outcome: 'fail' } });
    if (amended === 'lost') return forgetKeptVerdicts(ports, handle);
  }
}

import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import type { InState, Session } from '../../../shared/sessions.ts';
import { takeVerdict } from '../attempt/07-verdict.ts';
import { stillLive } from '../credential/credential.ts';
import type { Ports } from '../ports/ports.ts';
import { load } from '../session/load.ts';

/**
 * A verdict that fits the session decides it, once. A pass counts only while its credential is the holder's live one:
 * both are looked at in the same write, so that a takeover or a new application in flight makes it a fail.
 */
export async function verdict(
  ports: Ports,
  session: InState<'deciding'>,
  claims: VerdictClaims,
): Promise<Session | 'lost'> {
  const { credential, holderId } = session.claim;
  if (claims.outcome !== 'pass') return takeVerdict(ports, session, claims);
  if (credential !== undefined) {
    const taken = await takeVerdict(ports, session, claims, [stillLive(holderId, credential)]);
    if (taken !== 'lost') return taken;
  }
  const current = await load(ports, session.id);
  if (current?.state !== 'deciding' || current.version !== session.version) return 'lost';
  return takeVerdict(ports, session, { ...claims, outcome: 'fail', hints: [] });
}

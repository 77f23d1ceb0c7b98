import type { ReadVerdict } from '../../../shared/contract/authority/07-verdict.ts';
import type { Ports } from '../ports/ports.ts';
import { type AwaitingWord, awaitsWord } from '../session/awaits-word.ts';
import { amend, living } from '../session/change.ts';
import { load } from '../session/load.ts';
import type { InState, Session } from '../session/session.ts';
import { decide, goesOn } from './decide.ts';

type Deciding = InState<'deciding'>;

/**
 * Turns a verdict that fits into the session's next state, once: a second verdict finds the session decided and changes nothing
 * (`lost`). While the counter word is missing a decision is kept and told to nobody. `waiting`: something else has to come before the
 * session may end, the counter word or a step of the ceremony.
 */
export async function takeVerdict(
  ports: Ports,
  session: Deciding,
  verdict: ReadVerdict,
): Promise<Session | 'lost' | 'waiting'> {
  if ('verdict' in session) return 'lost';
  const keeps = awaitsWord(session) && !goesOn(session, verdict);
  const taken = await (keeps ? keep(ports, session, verdict) : decide(ports, session, verdict));
  if (taken !== 'lost') return taken;
  const current = await load(ports, session.id);
  return current !== undefined && stillWaits(current, session)
    ? takeVerdict(ports, current, verdict)
    : 'lost';
}

/** The same change whatever the verdict says. */
async function keep(ports: Ports, session: AwaitingWord, verdict: ReadVerdict): Promise<'lost' | 'waiting'> {
  const { state, consent, deadline, claim, attempt } = session;
  const kept = await amend(ports, session, {
    ...living(session),
    ...{ state, consent, deadline, claim, attempt, verdict },
  });
  return typeof kept === 'string' ? 'lost' : 'waiting';
}

/** Whether only something beside the verdict has changed, such as the counter word, and this verdict is still the one that is awaited. */
function stillWaits(current: Session, { attempt, version }: Deciding): current is Deciding {
  return (
    current.state === 'deciding' &&
    current.version !== version &&
    current.attempt.challengeId === attempt.challengeId &&
    !('verdict' in current)
  );
}

import type { VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import { limits } from '../../../shared/limits.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { wordOf } from '../session/awaits-word.ts';
import { ceremonyOf, levelOf } from '../session/ceremony-of.ts';
import { change, lasting, living } from '../session/change.ts';
import { load } from '../session/load.ts';
import type { Claim, InState, Next, Session } from '../session/session.ts';
import type { Word } from '../session/word.ts';

type Deciding = InState<'deciding'>;

/**
 * Joins the verdict with the counter word, where one is demanded, whichever of them came last: a pass passes with the right word alone,
 * all else fails, and an attempt that may be made once more is. One compare-and-set makes the end with its result, or nothing.
 * A pass is written with all that the ceremony makes of it or not at all; where a guard of the ceremony does not hold, as
 * after a takeover in flight, the session fails. What a pass has brought at the authority and is not stored here is taken back there,
 * whatever state the session is found in. `waiting`: the ceremony has another step to come before the session may end.
 * @param word as it is now, where it came with this call
 */
export async function decide(
  ports: Ports,
  session: Deciding,
  verdict: VerdictClaims,
  word: Word | undefined = wordOf(session),
): Promise<Session | 'lost' | 'waiting'> {
  const ceremony = ceremonyOf(ports, session);
  const failure = { ...verdict, outcome: 'fail' as const };
  const wrongWord = word?.stage === 'taken' && !word.fits;
  const next = after(ports, session, wrongWord ? failure : verdict);
  if (next.state !== 'claimed' && (await ceremony.awaitsStep?.(session.id))) return 'waiting';
  if (verdict.outcome !== 'pass') return write(ports, session, verdict, next);

  const { claim } = session;
  const effects = ceremony.onPass(ports, {
    sessionId: session.id,
    holderId: claim.holderId,
    deviceThumbprint: claim.deviceThumbprint,
    credential: claim.shows === 'credential' ? claim.credential : undefined,
    verdict,
  });
  const ended = wrongWord
    ? await write(ports, session, verdict, next, effects.unstored)
    : await write(ports, session, verdict, next, effects.withPass);
  if (ended !== 'lost') {
    if (ended.state === 'passed') for (const event of effects.audit) void ports.audit(event);
    return ended;
  }
  const current = await load(ports, session.id);
  if (current?.state === 'deciding' && current.attempt.challengeId === session.attempt.challengeId) {
    // Something beside the verdict has changed: who brought it looks again.
    if (current.version !== session.version) return 'lost';
    const unguarded = { ...failure, hints: [] };
    const failed = await write(ports, session, unguarded, after(ports, session, unguarded), effects.unstored);
    if (failed !== 'lost') return failed;
  }
  if (effects.unstored.length > 0) await ports.db.write(effects.unstored, { reserve: true });
  return 'lost';
}

/** Whether another attempt follows this verdict. */
export function goesOn({ claim }: Pick<Deciding, 'claim'>, { outcome }: VerdictClaims): boolean {
  return outcome === 'retry' && claim.attempts + 1 < limits.attemptsPerSession;
}

async function write(
  ports: Ports,
  session: Deciding,
  { outcome }: VerdictClaims,
  next: Next,
  also: Statement[] = [],
): Promise<Session | 'lost'> {
  const taken = await change(ports, session, next, also);
  if (typeof taken === 'string') return 'lost';
  void ports.audit({ event: 'verdict-taken', by: 'authority', sessionId: session.id, outcome });
  if (taken.state === 'passed' || taken.state === 'failed') {
    void ports.audit({ event: 'session-ended', by: 'authority', sessionId: session.id, state: taken.state });
  }
  return taken;
}

function after(ports: Ports, session: Deciding, verdict: VerdictClaims): Next {
  const now = ports.now();
  if (goesOn(session, verdict)) {
    return {
      ...living(session),
      state: 'claimed',
      consent: session.consent,
      deadline: now + limits.claimedLifetime,
      claim: { ...wordSeen(session.claim), attempts: session.claim.attempts + 1, hints: verdict.hints },
    };
  }
  const decided = {
    ...lasting(session),
    consent: session.consent,
    endedAt: now,
    deadline: now + limits.claimMemory,
    readableBy: session.claim.deviceThumbprint,
    level: levelOf(ports, session),
    sandbox: verdict.sandbox,
  };
  return verdict.outcome === 'pass'
    ? { ...decided, state: 'passed' }
    : { ...decided, state: 'failed', hints: verdict.hints };
}

/** The word stays what it is, and goes on being shown where the clerk has not typed it. */
function wordSeen(claim: Claim): Claim {
  if (claim.shows === 'nothing' || claim.word === undefined || claim.word.stage === 'taken') return claim;
  return { ...claim, word: { ...claim.word, seen: true } };
}

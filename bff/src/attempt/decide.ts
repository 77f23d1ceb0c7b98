import { consentFormOf } from '../../../shared/ceremonies.ts';
import type { ReadVerdict } from '../../../shared/contract/authority/07-verdict.ts';
import * as limits from '../../../shared/limits.ts';
import { stillConsents } from '../consent/still-consents.ts';
import { wakeHolder } from '../notice/wake-holder.ts';
import type { Ceremony, PassEffects } from '../ports/ceremony.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { storeReceipts } from '../receipt/store-receipts.ts';
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
 * whatever state the session is found in. The receipts are written with the end, whichever it is. `waiting`: the ceremony has another step to come before the session may end.
 * @param word as it is now, where it came with this call
 */
export async function decide(
  ports: Ports,
  session: Deciding,
  verdict: ReadVerdict,
  word: Word | undefined = wordOf(session),
): Promise<Session | 'lost' | 'waiting'> {
  const ceremony = ceremonyOf(ports, session);
  const failure = { ...verdict, outcome: 'fail' as const };
  const wrongWord = word?.stage === 'taken' && !word.fits;
  const next = after(ports, session, wrongWord ? failure : verdict);
  if (next.state !== 'claimed' && (await ceremony.awaitsStep?.(session.id))) return 'waiting';
  if (verdict.outcome !== 'pass') {
    const { claim } = session;
    const waits = next.state === 'in-review' && claim.shows === 'credential';
    const also = waits ? ceremony.onReview?.(ports, claim.credential) : [];
    return write(ports, session, verdict, next, also);
  }

  const effects = effectsOf(ports, ceremony, session, verdict);
  // What is kept of a person is kept by consent: one that was withdrawn in flight makes it a fail.
  const { rules } = ceremony;
  const { claim } = session;
  const consented =
    rules.passBrings === 'credential' && claim.shows !== 'card'
      ? stillConsents(claim.holderId, consentFormOf(rules), session.consent)
      : [];
  const ended = wrongWord
    ? await write(ports, session, verdict, next, effects.unstored)
    : await write(ports, session, verdict, next, [...consented, ...effects.withPass]);
  if (ended !== 'lost') {
    if (ended.state === 'passed') {
      for (const event of effects.audit) void ports.audit(event);
      if (claim.shows !== 'card') wakeHolder(ports, claim.holderId);
    }
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

/** What the ceremony makes of a pass: of a holder's, or of whom the authority knew by a card. */
function effectsOf(ports: Ports, ceremony: Ceremony, session: Deciding, verdict: ReadVerdict): PassEffects {
  const { id: sessionId, claim, asked } = session;
  if (claim.shows !== 'card') {
    const { holderId, deviceThumbprint } = claim;
    return ceremony.onPass(ports, {
      ...{ sessionId, holderId, deviceThumbprint, verdict },
      credential: claim.shows === 'credential' ? claim.credential : undefined,
      ...{ level: levelOf(ports, session), openedAt: session.openedAt },
      act: asked.by === 'holder' ? asked.act : undefined,
      delegation: session.attempt.ward,
    });
  }
  if (ceremony.onPassByCard === undefined) throw new Error('a ceremony that takes no card');
  return ceremony.onPassByCard(ports, verdict);
}

/** Whether another attempt follows this verdict. */
export function goesOn({ claim }: Pick<Deciding, 'claim'>, { outcome }: ReadVerdict): boolean {
  return outcome === 'retry' && claim.attempts + 1 < limits.attemptsPerSession;
}

async function write(
  ports: Ports,
  session: Deciding,
  verdict: ReadVerdict,
  next: Next,
  also: Statement[] = [],
): Promise<Session | 'lost'> {
  const { outcome } = verdict;
  const receipts = storeReceipts(ports, session.attempt, verdict, next.state);
  const taken = await change(ports, session, next, [...receipts, ...also]);
  if (typeof taken === 'string') return 'lost';
  void ports.audit({ event: 'verdict-taken', by: 'authority', sessionId: session.id, outcome });
  if ('level' in taken) {
    void ports.audit({ event: 'session-ended', by: 'authority', sessionId: session.id, state: taken.state });
  }
  return taken;
}

function after(ports: Ports, session: Deciding, verdict: ReadVerdict): Next {
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
  if (verdict.outcome === 'review') return { ...decided, state: 'in-review' };
  return verdict.outcome === 'pass'
    ? { ...decided, state: 'passed' }
    : { ...decided, state: 'failed', hints: verdict.hints };
}

/** The word stays what it is, and goes on being shown where the clerk has not typed it. */
function wordSeen(claim: Claim): Claim {
  if (claim.shows === 'nothing' || claim.word === undefined || claim.word.stage === 'taken') return claim;
  return { ...claim, word: { ...claim.word, seen: true } };
}

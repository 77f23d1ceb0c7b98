import { timingSafeEqual } from 'node:crypto';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import type { CounterWord } from '../../../shared/contract/verify/08-word.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { decide } from '../attempt/decide.ts';
import { giveUp } from '../attempt/give-up.ts';
import type { CounterCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { wordOf } from '../session/awaits-word.ts';
import { amend } from '../session/change.ts';
import { counterView } from '../session/counter-view.ts';
import { loadAtCounter } from '../session/load.ts';
import { isLive, type LiveSession, type Next, type Session } from '../session/session.ts';
import type { Word, WordMissing } from '../session/word.ts';

/**
 * The clerk typed what the guest said: a try, taken at every step from the claim on and answered in the same way at each. Where the
 * verdict is there already the last try makes the end, and where not the end waits for it. Tries are counted with the session, whichever
 * counters of its RP make them; digits that did not fit before are no other try, so that a request may be sent again.
 * @throws Problem not-found, also for every other RP; step-out-of-order where no word is awaited, session-over, too-many-requests
 */
export async function giveWord(
  ports: Ports,
  caller: CounterCaller,
  sessionId: string,
  given: CounterWord,
): Promise<CounterView> {
  const session = await loadAtCounter(ports, caller, sessionId);
  // Its answer may have been lost: whoever made the end is shown it.
  if (session.state === 'passed' || session.state === 'failed') return counterView(ports, session);
  if (!isLive(session)) throw new Problem('session-over');
  const word = wordOf(session);
  if (word === undefined) throw new Problem('step-out-of-order');
  if (word.stage === 'taken' || (word.stage === 'again' && word.tried.includes(given)))
    return counterView(ports, session);

  await take(ports, [{ quota: 'words-by-counter', subject: caller.counterId }]);
  const after = await enter(ports, session, tryWord(word, given));
  if (typeof after === 'string') return giveWord(ports, caller, sessionId, given);
  void ports.audit({ event: 'word-typed', by: 'counter', sessionId: session.id });
  return counterView(ports, after);
}

function tryWord(word: WordMissing, given: CounterWord): Word {
  const fits = timingSafeEqual(Buffer.from(given), Buffer.from(word.digits));
  const tried = [...(word.stage === 'again' ? word.tried : []), given];
  if (fits || tried.length >= limits.wordTries) return { stage: 'taken', fits };
  return { ...word, stage: 'again', tried };
}

/** Writes what has become of the word: with the end that the verdict makes of it, or beside whatever the session is. */
async function enter(
  ports: Ports,
  session: LiveSession,
  word: Word,
): Promise<Session | 'lost' | 'duplicate'> {
  if (session.state === 'deciding') {
    if (session.deadline <= ports.now()) {
      await giveUp(ports, session, 'time-over');
      return 'lost';
    }
    if ('verdict' in session && word.stage === 'taken') {
      const joined = await decide(ports, session, session.verdict, word);
      if (joined !== 'waiting') return joined;
    }
  }
  return amend(ports, session, withWord(session, word));
}

/** A verdict stands beside a missing word only; who awaits something else reads it again. */
function withWord(session: LiveSession, word: Word): Next {
  if (session.state === 'open' || session.claim.shows === 'nothing')
    throw new Error('a claim without a word');
  if (!('verdict' in session)) return { ...session, claim: { ...session.claim, word } };
  if (word.stage !== 'taken') return { ...session, claim: { ...session.claim, word } };
  const { verdict: _, ...undecided } = session;
  return { ...undecided, claim: { ...session.claim, word } };
}

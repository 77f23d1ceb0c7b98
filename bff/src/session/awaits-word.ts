import type { ClaimWithoutWord, InState, Next, Session } from './session.ts';
import type { Word } from './word.ts';

/** A session of which nothing is decided before the counter word has come, whatever the verdict. */
export type AwaitingWord = InState<'deciding'> & { claim: ClaimWithoutWord };

/** The counter word of the session's claim, where one is demanded. */
export function wordOf(session: Session | Next): Word | undefined {
  return 'claim' in session && session.claim.shows !== 'nothing' ? session.claim.word : undefined;
}

/** Whether all samples have come and the counter word has not. */
export function awaitsWord(session: Session): session is AwaitingWord {
  const word = wordOf(session);
  return session.state === 'deciding' && word !== undefined && word.stage !== 'taken';
}

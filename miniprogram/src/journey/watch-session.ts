import * as limits from '../../../shared/limits.ts';
import { isFinal } from '../../../shared/sessions.ts';
import { readSession } from '../attempt/08-own-session.ts';
import { HolderProblem } from '../holder/holder-problem.ts';
import { type Journey, learnView } from './journey.ts';

/**
 * Calls `ended` when the counter, the time or a phone that stands at the counter ends the session, or this phone's part in it, while the
 * person still reads. The answer stops looking. A look that fails is made again; the step that follows says what is wrong.
 */
export function watchSession(journey: Journey, ended: () => void): () => void {
  const { platform } = journey.holder;
  let gone = false;
  let cancel = (): void => undefined;
  const look = async (): Promise<void> => {
    const view = await readSession(journey.holder, journey.view.id).catch((problem: unknown) =>
      problem instanceof HolderProblem && problem.code === 'session-taken' ? 'taken' : undefined,
    );
    if (gone) return;
    if (view === 'taken') return ended();
    if (view === undefined || !isFinal(view.state)) {
      cancel = platform.clock.after(limits.phoneLooksEvery, () => void look());
      return;
    }
    learnView(journey, view);
    ended();
  };
  cancel = platform.clock.after(limits.phoneLooksEvery, () => void look());
  return () => {
    gone = true;
    cancel();
  };
}

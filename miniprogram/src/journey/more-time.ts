import { extend } from '../verify/02-extend.ts';
import { type Journey, learnView } from './journey.ts';

/** Gives the person more time for the step that runs, once a session. @throws HolderProblem extended-already, session-over, ... */
export async function moreTime(journey: Journey): Promise<void> {
  learnView(journey, await extend(journey.holder, journey.view.id));
}

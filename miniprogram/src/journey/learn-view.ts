import type { HolderView } from '../../../shared/contract/holder-view.ts';
import { isFinal } from '../../../shared/sessions.ts';
import { forgetTyped, type Journey } from './journey.ts';

/**
 * Takes what the BFF says of the ceremony now. Which one it is and who asks stays as the person was shown it: the next
 * challenge is checked against that, so that a BFF which names another counter later gets no sample for it.
 */
export function learnView(journey: Journey, said: HolderView): void {
  const { id, ceremony, asks } = journey.view;
  const learned = { ...said, id, ceremony };
  if (asks === undefined) delete learned.asks;
  else learned.asks = asks;
  journey.view = learned;
  if (isFinal(learned.state)) forgetTyped(journey);
}

import {
  answersAgree,
  type Doubt,
  type RaiseDecision,
  type RaiseException,
  type RaiseOutcome,
} from '../../../../shared/raise/decision.ts';
import type { Text } from '../../../../shared/text.ts';

/** What an officer has answered so far. */
export interface Answers {
  faceMatches?: boolean;
  cardGenuine?: boolean;
  faceUnnatural?: boolean;
  outcome?: RaiseOutcome;
  doubt?: Doubt;
  exception?: RaiseException;
}

/** The field that is to be answered next, or anew, and why. */
export interface Lack {
  field: 'faceMatches' | 'cardGenuine' | 'faceUnnatural' | 'outcome' | 'doubt';
  text: Text;
}

const answerFirst: Text = { zh: '请先回答这个问题', en: 'Answer this question first' };

/** The decision that the answers make, if they are whole and go together. */
export function toDecision(answers: Answers): RaiseDecision | Lack {
  const { faceMatches, cardGenuine, faceUnnatural, outcome, doubt, exception } = answers;
  if (faceMatches === undefined && exception !== 'no-face')
    return { field: 'faceMatches', text: answerFirst };
  if (cardGenuine === undefined) return { field: 'cardGenuine', text: answerFirst };
  if (faceUnnatural === undefined) return { field: 'faceUnnatural', text: answerFirst };
  if (outcome === undefined)
    return { field: 'outcome', text: { zh: '请选择决定', en: 'Choose what you decide' } };
  if (outcome === 'pass' && hasDoubt(answers))
    return {
      field: 'outcome',
      text: {
        zh: '上面的回答里有疑问，不能同意：请选“不同意”或“转交复核”，或改正回答',
        en: 'One of your answers is a doubt, so that you cannot raise: choose no or hand it on, or correct the answer',
      },
    };
  if (outcome !== 'pass' && doubt === undefined)
    return { field: 'doubt', text: { zh: '请选择原因', en: 'Choose the reason' } };
  const decision: RaiseDecision = {
    ...{ outcome, cardGenuine, faceUnnatural },
    ...(outcome !== 'pass' && doubt !== undefined && { doubt }),
    ...(exception !== undefined && { exception }),
  };
  if (!answersAgree(decision)) throw new TypeError('answers that were found to agree do not');
  return decision;
}

/** Whether something was answered that stands against a pass. */
export function hasDoubt({ faceMatches, cardGenuine, faceUnnatural }: Answers): boolean {
  return faceMatches === false || cardGenuine === false || faceUnnatural === true;
}

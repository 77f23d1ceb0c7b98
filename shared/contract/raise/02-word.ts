import { type Call, exact, SessionIdSchema } from '../schema.ts';
import { CounterWord } from '../verify/08-word.ts';
import { OfficerView } from './officer-view.ts';

/** Where the scan came late. Refusals: step-out-of-order, session-over, too-many-requests. */
export const raiseWordCall = {
  method: 'POST',
  path: '/officer/v1/sessions/:sessionId/word',
  summary:
    'The three digits that the holder says to the officer; two tries, and neither says whether it fitted.',
  params: exact({ sessionId: SessionIdSchema }),
  body: exact({ word: CounterWord }),
  status: 200,
  answer: OfficerView,
} as const satisfies Call;

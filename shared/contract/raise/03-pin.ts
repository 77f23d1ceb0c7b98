import { type Call, exact, SessionIdSchema } from '../schema.ts';
import { OfficerView } from './officer-view.ts';

/** Before the holder has agreed. Refusals: step-out-of-order, session-over. */
export const wantPinCall = {
  method: 'POST',
  path: '/officer/v1/sessions/:sessionId/pin',
  summary:
    'The holder wants a PIN for checks without a face, or a new one: the challenge awaits it, typed at the officer’s screen. A pass sets it.',
  params: exact({ sessionId: SessionIdSchema }),
  status: 200,
  answer: OfficerView,
} as const satisfies Call;

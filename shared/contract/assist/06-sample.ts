import { OfficerView } from '../raise/officer-view.ts';
import { type Call, exact, oneOf, SessionIdSchema } from '../schema.ts';

/** Refusals: not-found (another officer's session), step-out-of-order, sample-not-awaited, challenge-expired, sample-refused. */
export const relayOfGuestCall = {
  method: 'PUT',
  path: '/officer/v1/sessions/:sessionId/guest-samples/:kind',
  summary:
    'What somebody typed or said at the officer’s screen, as one SEAL/1 envelope bound to the key of this browser: application/octet-stream, with a Content-Length.',
  params: exact({ sessionId: SessionIdSchema, kind: oneOf(['voice', 'pin']) }),
  status: 202,
  answer: OfficerView,
} as const satisfies Call;

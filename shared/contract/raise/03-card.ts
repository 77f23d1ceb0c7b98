import { type Call, exact, oneOf, SessionIdSchema } from '../schema.ts';
import { OfficerView } from './officer-view.ts';

const params = exact({ sessionId: SessionIdSchema });

/** Before the holder has agreed. Refusals: step-out-of-order. */
export const exceptRaiseCall = {
  method: 'POST',
  path: '/officer/v1/sessions/:sessionId/exception',
  summary:
    'No face can be taken: the challenge asks for none, and a second officer has to bear the decision out.',
  params,
  body: exact({ exception: oneOf(['no-face']) }),
  status: 200,
  answer: OfficerView,
} as const satisfies Call;

/** Refusals: not-found (another officer's session), step-out-of-order, sample-not-awaited, challenge-expired, sample-refused. */
export const relayCardCall = {
  method: 'PUT',
  path: '/officer/v1/sessions/:sessionId/samples/card',
  summary:
    'What was read off the card, in a family off the guardian’s, as one SEAL/1 envelope bound to the key of this browser: application/octet-stream, with a Content-Length.',
  params,
  status: 202,
  answer: OfficerView,
} as const satisfies Call;

/** Refusals as of a card. `kin-face` only of a ward who is grown. */
export const relayKinCall = {
  method: 'PUT',
  path: '/officer/v1/sessions/:sessionId/samples/kin',
  summary:
    'The documents of a ward, beside the card of the guardian, as one SEAL/1 envelope bound to the key of this browser.',
  params,
  status: 202,
  answer: OfficerView,
} as const satisfies Call;

export const relayKinFaceCall = {
  method: 'PUT',
  path: '/officer/v1/sessions/:sessionId/samples/kin-face',
  summary: 'The face of a ward who is grown, as this browser took it.',
  params,
  status: 202,
  answer: OfficerView,
} as const satisfies Call;

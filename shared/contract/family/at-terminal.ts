import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { ReceiptWanted } from '../attempt/03-challenge.ts';
import { AuthorityChallengeAnswer } from '../authority/03-challenge.ts';
import { WaitQuery } from '../holder-view.ts';
import { type Call, exact, PurposeSchema, SceneSchema, SessionIdSchema } from '../schema.ts';
import { CounterView } from '../verify/08-result.ts';

const params = exact({ sessionId: SessionIdSchema });

export const OpenWardBody = exact({
  scene: SceneSchema,
  purpose: PurposeSchema,
  /** What the ward was told by the guardian. */
  code: Type.String({ pattern: `^[0-9]{${limits.wardCodeDigits}}$` }),
  /** Where the ward's own copy of the receipt is to be kept, by a key that is made for it (JWS of this terminal's, typ `lz-copy-key+jwt`). */
  copy: Type.Optional(ReceiptWanted),
});
export type OpenWardBody = Static<typeof OpenWardBody>;

/** Refusals: ward-code-unknown, scene-not-allowed, purpose-not-allowed, level-too-low, receipt-key-refused, too-many-requests. */
export const openWardCall = {
  method: 'POST',
  path: '/terminal/v1/sessions',
  summary: 'A check of somebody whose guardian is elsewhere, by the code that the guardian gave away.',
  body: OpenWardBody,
  status: 201,
  answer: CounterView,
} as const satisfies Call;

/** Refusals: step-out-of-order while the guardian has not agreed, session-over. */
export const terminalChallengeCall = {
  method: 'GET',
  path: '/terminal/v1/sessions/:sessionId/challenge',
  summary: 'What the ward is to do before the camera, signed; with `wait` it waits for the guardian.',
  params,
  query: WaitQuery,
  status: 200,
  answer: AuthorityChallengeAnswer,
  waits: true,
} as const satisfies Call;

/** Refusals: not-found, step-out-of-order, sample-not-awaited, challenge-expired, sample-refused. */
export const terminalFaceCall = {
  method: 'PUT',
  path: '/terminal/v1/sessions/:sessionId/samples/face',
  summary: 'The ward’s face, as one SEAL/1 envelope bound to the key of this terminal.',
  params,
  status: 202,
  answer: CounterView,
} as const satisfies Call;

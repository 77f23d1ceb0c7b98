import { type Static, Type } from 'typebox';
import { HolderView } from '../holder-view.ts';
import { type Call, CompactSchema, exact, SessionIdSchema } from '../schema.ts';

/** A fresh login code of the platform, not the one of the login: it proves that the same person holds the phone there. */
export const FaceBeginBody = exact({
  code: Type.String({ minLength: 1, maxLength: 256, pattern: '^[\\x21-\\x7e]+$' }),
});
export type FaceBeginBody = Static<typeof FaceBeginBody>;

/** `begun` is the authority's (BegunFaceClaims); absent where there is nothing to show and the sample has come. */
export const FaceBeginAnswer = exact({ begun: Type.Optional(CompactSchema), session: HolderView });
export type FaceBeginAnswer = Static<typeof FaceBeginAnswer>;

/** Not idempotent: each call opens another page at the platform, and the newest counts. */
export const platformFaceBeginCall = {
  method: 'POST',
  path: '/holder/v1/sessions/:sessionId/platform-face',
  summary: 'Where the challenge awaits `platform-face`: what the page of the platform is opened with.',
  params: exact({ sessionId: SessionIdSchema }),
  body: FaceBeginBody,
  status: 201,
  answer: FaceBeginAnswer,
} as const satisfies Call;

/** What the phone believes of the outcome is not asked. */
export const platformFaceEndCall = {
  method: 'POST',
  path: '/holder/v1/sessions/:sessionId/platform-face/end',
  summary:
    'The page of the platform was closed; the authority asks the platform. `platform-face` still awaited: it may be begun again.',
  params: exact({ sessionId: SessionIdSchema }),
  status: 200,
  answer: HolderView,
} as const satisfies Call;

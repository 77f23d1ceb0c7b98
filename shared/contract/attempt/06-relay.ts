import { Type } from 'typebox';
import { sealedKinds } from '../../challenge.ts';
import * as limits from '../../limits.ts';
import { HolderView } from '../holder-view.ts';
import { type Call, exact, oneOf, SessionIdSchema } from '../schema.ts';

/** The header of each upload: whose device sealed what is sent (`shared/device-word/sample-word.ts`). For the authority; a BFF hands it on as it came. */
export const sampleWordHeader = 'sample-word';
export const sampleWordPattern = '^[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]{86}$';
export const SampleWordSchema = Type.String({
  pattern: sampleWordPattern,
  maxLength: limits.sampleWord,
});

export const relayCall = {
  method: 'PUT',
  path: '/holder/v1/sessions/:sessionId/samples/:kind',
  summary:
    'One SEAL/1 envelope as application/octet-stream, with a Content-Length, and the word of the device that sealed it. Streamed to the authority, held nowhere.',
  params: exact({ sessionId: SessionIdSchema, kind: oneOf(sealedKinds) }),
  status: 202,
  answer: HolderView,
} as const satisfies Call;

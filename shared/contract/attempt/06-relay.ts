import { sealedKinds } from '../../challenge.ts';
import { HolderView } from '../holder-view.ts';
import { type Call, exact, oneOf, SessionIdSchema } from '../schema.ts';

export const relayCall = {
  method: 'PUT',
  path: '/holder/v1/sessions/:sessionId/samples/:kind',
  summary:
    'One SEAL/1 envelope as application/octet-stream, with a Content-Length. Streamed to the authority, held nowhere.',
  params: exact({ sessionId: SessionIdSchema, kind: oneOf(sealedKinds) }),
  status: 202,
  answer: HolderView,
} as const satisfies Call;

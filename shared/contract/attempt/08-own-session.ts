import { HolderView, WaitQuery } from '../holder-view.ts';
import { type Call, exact, SessionIdSchema } from '../schema.ts';

export const ownSessionCall = {
  method: 'GET',
  path: '/holder/v1/sessions/:sessionId',
  summary: 'The session as the phone that took it may see it; with `after` and `wait` a long poll.',
  params: exact({ sessionId: SessionIdSchema }),
  query: WaitQuery,
  status: 200,
  answer: HolderView,
} as const satisfies Call;

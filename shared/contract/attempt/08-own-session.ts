import { type Call, exact, SessionIdForm } from '../form.ts';
import { HolderView, WaitQuery } from '../holder-view.ts';

export const ownSessionCall = {
  method: 'GET',
  path: '/holder/v1/sessions/:sessionId',
  summary: 'The session as the phone that took it may see it; with `after` and `wait` a long poll.',
  params: exact({ sessionId: SessionIdForm }),
  query: WaitQuery,
  status: 200,
  answer: HolderView,
} as const satisfies Call;

import { HolderView } from '../holder-view.ts';
import { type Call, exact, SessionIdSchema } from '../schema.ts';

export const declineCall = {
  method: 'POST',
  path: '/holder/v1/sessions/:sessionId/decline',
  summary: 'The holder declines. The counter offers the staffed way; nothing else follows from it.',
  params: exact({ sessionId: SessionIdSchema }),
  status: 200,
  answer: HolderView,
} as const satisfies Call;

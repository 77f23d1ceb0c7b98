import { HolderView } from '../holder-view.ts';
import { type Call, exact, SessionIdSchema } from '../schema.ts';

const params = exact({ sessionId: SessionIdSchema });

export const pauseCall = {
  method: 'POST',
  path: '/holder/v1/sessions/:sessionId/pause',
  summary:
    'The holder left the page of a check. Its counter is told that more time is needed, once and in the same words as for every other cause.',
  params,
  status: 200,
  answer: HolderView,
} as const satisfies Call;

export const extendOnPhoneCall = {
  method: 'POST',
  path: '/holder/v1/sessions/:sessionId/extend',
  summary: 'The holder needs more time for the step that runs: its deadline is moved once (WCAG 2.2.1).',
  params,
  status: 200,
  answer: HolderView,
} as const satisfies Call;

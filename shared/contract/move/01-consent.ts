import { ConsentBody } from '../apply/01-consent.ts';
import { HolderView } from '../holder-view.ts';
import type { Call } from '../schema.ts';

/**
 * Refusals: credential-missing and credential-state-other where nothing is to be brought along, move-over after its day, move-rests with
 * Retry-After on a phone without the secure key that the former one had, consent-missing.
 */
export const moveCall = {
  method: 'POST',
  path: '/holder/v1/moves',
  summary: 'The holder consents and begins to bring the credential from the phone before to this one.',
  body: ConsentBody,
  status: 201,
  answer: HolderView,
  creates: true,
  made: '/holder/v1/sessions/:id',
} as const satisfies Call;

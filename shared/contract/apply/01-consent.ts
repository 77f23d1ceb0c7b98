import type { Static } from 'typebox';
import { StatedConsent } from '../attempt/03-challenge.ts';
import { HolderView } from '../holder-view.ts';
import { type Call, exact } from '../schema.ts';

export const ConsentBody = exact({ consent: StatedConsent });
export type ConsentBody = Static<typeof ConsentBody>;

export const consentCall = {
  method: 'POST',
  path: '/holder/v1/applications',
  summary: 'The holder consents and opens an application for a credential.',
  body: ConsentBody,
  status: 201,
  answer: HolderView,
  creates: true,
  made: '/holder/v1/sessions/:id',
} as const satisfies Call;

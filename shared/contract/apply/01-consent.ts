import { type Static, Type } from 'typebox';
import { type Call, exact } from '../form.ts';
import { HolderView } from '../holder-view.ts';

/** Consent to face and to voice, asked apart. Without the face only the staffed way is open. */
export const ConsentBody = exact({ consent: exact({ face: Type.Boolean(), voice: Type.Boolean() }) });
export type ConsentBody = Static<typeof ConsentBody>;

export const consent = {
  method: 'POST',
  path: '/holder/v1/applications',
  summary: 'The holder consents and opens an application for a credential of the level basic.',
  body: ConsentBody,
  status: 201,
  answer: HolderView,
  creates: true,
} as const satisfies Call;

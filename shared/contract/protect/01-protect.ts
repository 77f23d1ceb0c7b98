import type { Static } from 'typebox';
import { protectActs } from '../../credentials.ts';
import { StatedConsent } from '../attempt/03-challenge.ts';
import { HolderView } from '../holder-view.ts';
import { type Call, exact, oneOf } from '../schema.ts';

export const ProtectBody = exact({ act: oneOf(protectActs), consent: StatedConsent });
export type ProtectBody = Static<typeof ProtectBody>;

/** Refusals: credential-missing, credential-state-other where the credential is not in a state for it, consent-missing. */
export const protectCall = {
  method: 'POST',
  path: '/holder/v1/protections',
  summary:
    'The holder begins what weakens: it counts once the own face, and voice where one is enrolled, has passed.',
  body: ProtectBody,
  status: 201,
  answer: HolderView,
  creates: true,
  made: '/holder/v1/sessions/:id',
} as const satisfies Call;

import type { Static } from 'typebox';
import { possessionMoves } from '../../credentials.ts';
import { CredentialAnswer } from '../apply/07-credential.ts';
import { type Call, exact, oneOf } from '../schema.ts';

export const StrengthenBody = exact({ move: oneOf(possessionMoves) });
export type StrengthenBody = Static<typeof StrengthenBody>;

/** Twice is once. Refusals: credential-missing, credential-void, credential-state-other. */
export const strengthenCall = {
  method: 'POST',
  path: '/holder/v1/credential/moves',
  summary:
    'Freezes the credential, or reports the phone or the ID card lost: from any login, without a face, at once.',
  body: StrengthenBody,
  status: 200,
  answer: CredentialAnswer,
} as const satisfies Call;

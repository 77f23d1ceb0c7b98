import { consentCall } from '../../../shared/contract/apply/01-consent.ts';
import { readCredentialCall } from '../../../shared/contract/apply/07-credential.ts';
import { answerOf } from '../credential/credential.ts';
import { type HolderApi, holderRoute } from '../http/routes/route.ts';
import { consent } from './01-consent.ts';

/** What a phone asks for when its holder applies, beside the attempt. */
export const applyOnPhone: HolderApi = {
  apply: holderRoute(consentCall, (ports, { caller, body, idempotencyKey }) =>
    consent(ports, caller, body, idempotencyKey),
  ),
  readCredential: holderRoute(readCredentialCall, (ports, { caller }) => answerOf(ports, caller)),
};

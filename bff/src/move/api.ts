import { moveCall } from '../../../shared/contract/move/01-consent.ts';
import { type HolderApi, holderRoute } from '../http/routes/route.ts';
import { consent } from './01-consent.ts';

/** What a phone asks for when its holder brings the credential along, beside the attempt. */
export const moveOnPhone: HolderApi = {
  bringCredential: holderRoute(moveCall, (ports, { caller, body, idempotencyKey }) =>
    consent(ports, caller, body, idempotencyKey),
  ),
};

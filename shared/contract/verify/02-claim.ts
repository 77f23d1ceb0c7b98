import { type Static, Type } from 'typebox';
import { limits } from '../../limits.ts';
import { HolderView } from '../holder-view.ts';
import { type Call, exact } from '../schema.ts';
import { ArrivalTicket } from './02-arrive.ts';

/** The code that was scanned, and the ticket of its arrival where there is one: by it the claim counts however old the code is. */
export const ClaimBody = exact({
  code: Type.String({ minLength: 1, maxLength: limits.scannedCode }),
  ticket: Type.Optional(ArrivalTicket),
});
export type ClaimBody = Static<typeof ClaimBody>;

export const claimCall = {
  method: 'POST',
  path: '/holder/v1/sessions/claim',
  summary:
    'A phone takes the session whose code it scanned. The same phone may ask again; any other is refused.',
  body: ClaimBody,
  status: 200,
  answer: HolderView,
} as const satisfies Call;

import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { HolderView } from '../holder-view.ts';
import { type Call, exact } from '../schema.ts';
import { ArrivalTicket } from './02-arrive.ts';

/**
 * The code that was scanned, the ticket of its arrival, or both: by the ticket the claim counts however old the code is, or where an app
 * that was closed meanwhile no longer has it. One of the two there must be.
 */
export const ClaimBody = exact({
  code: Type.Optional(Type.String({ minLength: 1, maxLength: limits.scannedCode })),
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

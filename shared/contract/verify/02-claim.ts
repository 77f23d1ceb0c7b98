import { type Static, Type } from 'typebox';
import { limits } from '../../limits.ts';
import { HolderView } from '../holder-view.ts';
import { type Call, exact } from '../schema.ts';

export const ClaimBody = exact({ code: Type.String({ minLength: 1, maxLength: limits.scannedCode }) });
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

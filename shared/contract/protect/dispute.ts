import type { Static } from 'typebox';
import { Type } from 'typebox';
import { idPattern } from '../../ids.ts';
import { type Call, exact, oneOf, TimeSchema } from '../schema.ts';

/**
 * What may be disputed. `takeover`: that another phone signed in, by the ticket of the phone that lost its place. `check`: that the holder
 * was the one who passed a check in the history of this phone, by its login; the credential is frozen.
 */
export const disputeKinds = ['takeover', 'check'] as const;
export type DisputeKind = (typeof disputeKinds)[number];

export const DisputeBody = exact({ kind: oneOf(disputeKinds) });
export type DisputeBody = Static<typeof DisputeBody>;

/** The number by which it can be asked about; it tells of nobody. */
export const DisputeAnswer = exact({
  disputeId: Type.String({ pattern: idPattern.dsp }),
  serverTime: TimeSchema,
});
export type DisputeAnswer = Static<typeof DisputeAnswer>;

/** Of a takeover: the ticket comes in place of an access token. Refusals: ticket-over, disputed-already. */
export const disputeCall = {
  method: 'POST',
  path: '/holder/v1/disputes',
  summary:
    'Says “this was not me”: what it brought is suspended, or the credential frozen, at once, and the operator hears of it without a person.',
  body: DisputeBody,
  status: 201,
  answer: DisputeAnswer,
} as const satisfies Call;

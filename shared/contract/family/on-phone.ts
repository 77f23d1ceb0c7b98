import { type Static, Type } from 'typebox';
import { wardAsks } from '../../family.ts';
import * as limits from '../../limits.ts';
import { ReceiptWanted, StatedConsent } from '../attempt/03-challenge.ts';
import { HolderView } from '../holder-view.ts';
import { type Call, CompactSchema, exact, oneOf, TimeSchema } from '../schema.ts';
import { DelegationIdSchema, DelegationView } from './terms.ts';

const params = exact({ delegationId: DelegationIdSchema });
const done = exact({});

export const DelegationList = exact({
  delegations: Type.Array(DelegationView),
  /** For how many one may answer. */
  most: Type.Integer({ minimum: 1 }),
});
export type DelegationList = Static<typeof DelegationList>;

export const listDelegationsCall = {
  method: 'GET',
  path: '/holder/v1/delegations',
  summary: 'For whom the holder answers, for what and until when.',
  status: 200,
  answer: DelegationList,
} as const satisfies Call;

/** The word of the guardian's device (JWS, typ `lz-guardian-word+jwt`), which the authority reads. */
export const RenewalBody = exact({ word: CompactSchema });

/** Refusals: delegation-over, delegation-rests, renewal-early, guardian-word-refused. */
export const renewDelegationCall = {
  method: 'POST',
  path: '/holder/v1/delegations/:delegationId/renew',
  summary:
    'Another year, within the last month; or the next form, within a month of the fourteenth birthday.',
  params,
  body: RenewalBody,
  status: 200,
  answer: DelegationView,
} as const satisfies Call;

export const endDelegationCall = {
  method: 'POST',
  path: '/holder/v1/delegations/:delegationId/end',
  summary: 'The guardian answers for the ward no more, at once.',
  params,
  status: 200,
  answer: done,
} as const satisfies Call;

export const AsksBody = exact({ asks: oneOf(wardAsks) });

/** Refusals: request-invalid for a child under 14, of whom the guardian is asked each time. */
export const setAsksCall = {
  method: 'POST',
  path: '/holder/v1/delegations/:delegationId/asks',
  summary: 'Whether a guardian who is elsewhere is asked each time, or hears of it.',
  params,
  body: AsksBody,
  status: 200,
  answer: done,
} as const satisfies Call;

/** What a guardian agrees to ahead, for the check that a code is typed for. */
export const GivenAhead = exact({
  /** The word of the guardian's device, by this code. */
  word: CompactSchema,
  consent: StatedConsent,
  /** Where the receipt is to be kept. */
  receipt: Type.Optional(ReceiptWanted),
});
export type GivenAhead = Static<typeof GivenAhead>;

export const WardCodeBody = exact({
  /** Drawn by the phone. */
  code: Type.String({ pattern: `^[0-9]{${limits.wardCodeDigits}}$` }),
  /** Where the guardian only hears of it. */
  ahead: Type.Optional(GivenAhead),
});
export type WardCodeBody = Static<typeof WardCodeBody>;

export const WardCodeGiven = exact({ delegationId: DelegationIdSchema, expiresAt: TimeSchema });

/** Refusals: delegation-over, id-taken where somebody has the same digits: draw others. */
export const giveCodeCall = {
  method: 'POST',
  path: '/holder/v1/delegations/:delegationId/codes',
  summary:
    'A code to be said to the ward and typed at a terminal, once, within ten minutes. The one before is void.',
  params,
  body: WardCodeBody,
  status: 201,
  answer: WardCodeGiven,
} as const satisfies Call;

export const WardRequests = exact({ sessions: Type.Array(HolderView) });

export const wardRequestsCall = {
  method: 'GET',
  path: '/holder/v1/ward-requests',
  summary: 'Checks of wards at a terminal that wait for this guardian to agree or decline.',
  status: 200,
  answer: WardRequests,
} as const satisfies Call;

import { type Static, Type } from 'typebox';
import { type Call, CompactSchema, exact, oneOf } from '../schema.ts';

/** What a counter may have wanted though the check had passed. */
export const askedForMore = ['card', 'copy', 'face', 'other'] as const;
export type AskedForMore = (typeof askedForMore)[number];

export const ReportBody = exact({
  /** From a receipt of the holder's: a JWS by the authority (typ `lz-report+jwt`). */
  report: CompactSchema,
  asked: Type.Array(oneOf(askedForMore), { minItems: 1, maxItems: askedForMore.length, uniqueItems: true }),
});
export type ReportBody = Static<typeof ReportBody>;

/** Without login and without a proof: who reports is known to nobody. */
export const reportCall = {
  method: 'POST',
  path: '/holder/v1/reports',
  summary:
    'A holder reports, without saying who, that a counter wanted more than the check. Once for each check.',
  body: ReportBody,
  status: 202,
  answer: exact({}),
} as const satisfies Call;

import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { pageOf, pageQuery, RpIdField } from '../operator/terms.ts';
import { type Call, exact } from '../schema.ts';

/** Checks without a face of one relying party in one month. A month with fewer than are told together is absent. */
export const AssistSums = exact({
  rpId: RpIdField,
  month: Type.String({
    pattern: '^[0-9]{4}-[0-9]{2}$',
    description: 'The month in which they ended, by the calendar of China.',
    examples: ['2027-01'],
  }),
  checks: Type.Integer({
    minimum: limits.assistsTogether,
    multipleOf: limits.assistsTogether,
    description: `Checks that an attendant took, however they ended. In steps of ${limits.assistsTogether}.`,
    examples: [35],
  }),
  meanSeconds: Type.Integer({
    minimum: 0,
    multipleOf: 10,
    description: 'How long these took from there to the end, on average. Seconds, in steps of ten.',
    examples: [80],
  }),
});
export type AssistSums = Static<typeof AssistSums>;

export const readAssistsCall = {
  method: 'GET',
  path: '/operator/v1/assists',
  summary:
    'How often and how long checks went without a face, by month and relying party, the newest month first, by pages. Nobody stands in it.',
  query: exact(pageQuery),
  status: 200,
  answer: pageOf({ sums: Type.Array(AssistSums, { description: 'This page.' }) }),
} as const satisfies Call;

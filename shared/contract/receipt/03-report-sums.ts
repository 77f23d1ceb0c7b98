import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { pageOf, pageQuery, RpIdField } from '../operator/terms.ts';
import { type Call, exact } from '../schema.ts';

const sum = (description: string, example: number) =>
  Type.Integer({
    minimum: limits.reportsTogether,
    multipleOf: limits.reportsTogether,
    description: `${description} In steps of ${limits.reportsTogether}.`,
    examples: [example],
  });
const of = (what: string, example: number) =>
  Type.Optional(sum(`How often ${what} was wanted; absent below ${limits.reportsTogether}.`, example));

const sums = {
  month: Type.String({
    pattern: '^[0-9]{4}-[0-9]{2}$',
    description: 'The month of the checks, by the calendar of China.',
    examples: ['2027-01'],
  }),
  reports: sum('Holders who reported it.', 15),
  card: of('the ID card', 10),
  copy: of('a copy or a photo of it', 5),
  face: of('a face picture', 5),
  other: of('something else', 5),
};

/** What holders reported of the checks of one month. A month with fewer reports than are shown together is absent. */
export const ReportSums = exact(sums);
export type ReportSums = Static<typeof ReportSums>;

/** The same, of which relying party. */
export const ReportSumsOfRp = exact({ rpId: RpIdField, ...sums });
export type ReportSumsOfRp = Static<typeof ReportSumsOfRp>;

export const ReportSumsAnswer = exact({
  months: Type.Array(ReportSums, { description: 'The newest first, a year at most.' }),
});
export type ReportSumsAnswer = Static<typeof ReportSumsAnswer>;

export const readReportSumsCall = {
  method: 'GET',
  path: '/counter/v1/reports',
  summary: 'How often guests reported that counters of this relying party wanted more than the check.',
  status: 200,
  answer: ReportSumsAnswer,
} as const satisfies Call;

export const readAllReportSumsCall = {
  method: 'GET',
  path: '/operator/v1/reports',
  summary: 'The same of every relying party, the newest month first, by pages. Nobody stands in it.',
  query: exact(pageQuery),
  status: 200,
  answer: pageOf({ sums: Type.Array(ReportSumsOfRp, { description: 'This page.' }) }),
} as const satisfies Call;

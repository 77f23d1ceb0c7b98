import { type Static, Type } from 'typebox';
import { type Call, exact } from '../schema.ts';
import { OperatorIdField, pageOf, pageQuery, timeOf } from './terms.ts';

const fact = (...examples: unknown[]) => ({
  description: 'An id, a word of a closed list, a number.',
  examples,
});

/** One entry of the audit chain that an operator brought about. */
export const LogEntry = exact({
  at: timeOf('When it was done.'),
  event: Type.String({
    description: 'What was done, a word of a closed list.',
    examples: ['registry-changed'],
  }),
  /** Absent: the command on the machine of the BFF, before there was an operator, or at a start. */
  operatorId: Type.Optional(OperatorIdField),
  operatorName: Type.String({
    description: 'The name of who did it; empty where there is none by that id.',
    examples: ['Lin'],
  }),
  facts: Type.Record(
    Type.String({ pattern: '^[A-Za-z]{1,40}$' }),
    Type.Union([Type.String(fact('rp_my-hotel')), Type.Number(fact(2)), Type.Boolean(fact(true))]),
    {
      description: 'What the entry says besides: ids and words, never a person and never a secret.',
      examples: [{ what: 'rp-added', rpId: 'rp_my-hotel' }],
    },
  ),
});
export type LogEntry = Static<typeof LogEntry>;

export const readLogCall = {
  method: 'GET',
  path: '/operator/v1/log',
  summary:
    'What operators did, the newest first, by pages: read from the audit chain, of which `npm run audit:verify` shows that nothing is missing.',
  query: exact(pageQuery),
  status: 200,
  answer: pageOf({ entries: Type.Array(LogEntry, { description: 'This page.' }) }),
} as const satisfies Call;

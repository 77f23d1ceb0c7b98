import { type Static, Type } from 'typebox';
import { disputeKinds } from '../protect/dispute.ts';
import { type Call, exact } from '../schema.ts';
import { idOf, OperatorIdField, pageOf, pageQuery, timeOf, wordOf } from './terms.ts';

const DisputeId = idOf('dsp', 'The dispute. It leads to no person.', 'dsp_Qm9va3NhcmVmb3JldmVyMA');

/** What an operator sees of a dispute: nobody's name, account, phone or credential. */
export const DisputeRecord = exact({
  disputeId: DisputeId,
  kind: wordOf(
    disputeKinds,
    'takeover: somebody says that the phone which signed in after theirs is not theirs. check: that it was somebody else who was checked with their credential.',
  ),
  day: Type.String({
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
    description: 'The day on which it was opened, in UTC.',
    examples: ['2027-01-15'],
  }),
  state: wordOf(
    ['open', 'upheld', 'dismissed'],
    'open: nobody has decided. upheld: what was disputed is void. dismissed: its holder may make it usable again by the own face.',
  ),
  resolvedBy: Type.Optional(OperatorIdField),
  resolvedAt: Type.Optional(timeOf('When it was resolved.')),
});
export type DisputeRecord = Static<typeof DisputeRecord>;

const path = '/operator/v1/disputes';
const one = { params: exact({ disputeId: DisputeId }), status: 200, answer: DisputeRecord } as const;

export const listDisputesCall = {
  method: 'GET',
  path,
  summary: 'Disputes, the newest first, by pages.',
  query: exact({
    ...pageQuery,
    open: Type.Optional(wordOf(['yes'], 'yes: only those that nobody resolved.')),
  }),
  status: 200,
  answer: pageOf({
    disputes: Type.Array(DisputeRecord, {
      description: 'This page.',
      examples: [
        [{ disputeId: 'dsp_Qm9va3NhcmVmb3JldmVyMA', kind: 'takeover', day: '2027-01-15', state: 'open' }],
      ],
    }),
  }),
} as const satisfies Call;

export const showDisputeCall = {
  method: 'GET',
  path: `${path}/:disputeId`,
  summary: 'One dispute.',
  ...one,
} as const satisfies Call;

export const resolveDisputeCall = {
  method: 'POST',
  path: `${path}/:disputeId/resolve`,
  summary:
    'Upholds or dismisses a dispute, once. Nothing becomes usable by it: what was suspended is void, or frozen until its holder shows the own face.',
  body: exact({ outcome: wordOf(['upheld', 'dismissed'], 'What was decided.') }),
  ...one,
  verified: true,
} as const satisfies Call;

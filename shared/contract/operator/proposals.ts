import { type Static, Type } from 'typebox';
import { type Call, exact } from '../schema.ts';
import {
  CounterIdField,
  idOf,
  OperatorIdField,
  pageOf,
  pageQuery,
  QuotasChosen,
  RpIdField,
  ScenesChosen,
  timeOf,
  Version,
  wordOf,
} from './terms.ts';

const kind = <const K extends string>(word: K, description: string) => ({
  kind: Type.Unsafe<K>({ type: 'string', enum: [word], description, examples: [word] }),
});

/** What weakens, and so takes two: one operator proposes it, another approves it. */
export const Proposed = Type.Union(
  [
    exact({
      ...kind('raise-rp-quotas', 'More for a relying party under watch.'),
      ...{ rpId: RpIdField, version: Version, quotas: QuotasChosen },
    }),
    exact({
      ...kind('raise-counter-quotas', 'More for a counter whose relying party is under watch.'),
      ...{ counterId: CounterIdField, version: Version, quotas: QuotasChosen },
    }),
    exact({
      ...kind('weaken-scenes', 'Scenes with a counter word or a level weaker than now.'),
      ...{ rpId: RpIdField, version: Version, scenes: ScenesChosen },
    }),
    exact({
      ...kind('end-watch', 'A relying party is no longer under watch.'),
      rpId: RpIdField,
      version: Version,
    }),
    exact({
      ...kind('restore-rp', 'A revoked relying party counts again.'),
      rpId: RpIdField,
      version: Version,
    }),
    exact({
      ...kind(
        'restore-counter',
        'A revoked counter counts again, with those of its keys that were not revoked.',
      ),
      ...{ counterId: CounterIdField, version: Version },
    }),
    exact({
      ...kind(
        'trust-root',
        'Another root key of an authority may be configured: the BFF starts with no root that two operators did not agree to.',
      ),
      thumbprint: Type.String({
        pattern: '^[A-Za-z0-9_-]{43}$',
        description: 'RFC 7638 thumbprint of the root, as the authority published it.',
        examples: ['NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs'],
      }),
    }),
  ],
  { description: 'What is to be done, from which version.' },
);
export type Proposed = Static<typeof Proposed>;

const ProposalId = idOf('prp', 'The proposal.', 'prp_Qm9va3NhcmVmb3JldmVyMA');

export const ProposalRecord = exact({
  proposalId: ProposalId,
  proposed: Proposed,
  state: wordOf(
    ['open', 'done', 'withdrawn', 'expired'],
    'open: waits for another operator. done: approved and in force. withdrawn: by either. expired: nobody approved in time.',
  ),
  by: OperatorIdField,
  byName: Type.String({ description: 'The name of who proposed it.', examples: ['Lin'] }),
  at: timeOf('When it was proposed.'),
  expiresAt: timeOf('Until when it can be approved.'),
  decidedBy: Type.Optional(OperatorIdField),
  decidedAt: Type.Optional(timeOf('When it was approved or withdrawn.')),
});
export type ProposalRecord = Static<typeof ProposalRecord>;

const path = '/operator/v1/proposals';
const one = { params: exact({ proposalId: ProposalId }), status: 200, answer: ProposalRecord } as const;

export const listProposalsCall = {
  method: 'GET',
  path,
  summary: 'Proposals, the newest first, by pages.',
  query: exact({
    ...pageQuery,
    open: Type.Optional(wordOf(['yes'], 'yes: only those that can be approved now.')),
  }),
  status: 200,
  answer: pageOf({ proposals: Type.Array(ProposalRecord, { description: 'This page.' }) }),
} as const satisfies Call;

export const showProposalCall = {
  method: 'GET',
  path: `${path}/:proposalId`,
  summary: 'One proposal.',
  ...one,
} as const satisfies Call;

export const proposeCall = {
  method: 'POST',
  path,
  summary: 'Proposes what one operator alone may not do. It can be approved by another for a day.',
  body: exact({ proposed: Proposed }),
  status: 201,
  made: `${path}/:proposalId`,
  answer: ProposalRecord,
  verified: true,
} as const satisfies Call;

export const approveProposalCall = {
  method: 'POST',
  path: `${path}/:proposalId/approve`,
  summary: 'Another operator than who proposed it approves: it is done in the same write, once.',
  ...one,
  verified: true,
} as const satisfies Call;

export const withdrawProposalCall = {
  method: 'POST',
  path: `${path}/:proposalId/withdraw`,
  summary: 'Any operator takes a proposal off the table.',
  ...one,
} as const satisfies Call;

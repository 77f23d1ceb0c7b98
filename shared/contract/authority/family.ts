import { type Static, Type } from 'typebox';
import { delegationStates, wardForms } from '../../family.ts';
import * as limits from '../../limits.ts';
import { DelegationIdSchema, DelegationTerms } from '../family/terms.ts';
import { idOf } from '../officer/terms.ts';
import { type Call, CompactSchema, CounterIdSchema, exact, oneOf, TimeSchema } from '../schema.ts';
import { NextPage, PageBy, RaisedBy } from './administrator.ts';

const params = exact({ delegationId: DelegationIdSchema });

/** How a delegation stands there. */
export const DelegationStanding = exact({
  ...DelegationTerms.properties,
  state: oneOf(delegationStates),
  /** In which form it could be renewed now. */
  renewable: Type.Optional(oneOf(wardForms)),
});
export type DelegationStanding = Static<typeof DelegationStanding>;

/** Those of the ids that it knows. */
export const authorityDelegationsCall = {
  method: 'POST',
  path: '/v1/delegations/standing',
  summary: 'How delegations stand.',
  body: exact({ delegationIds: Type.Array(DelegationIdSchema, { maxItems: limits.delegationsPerPage }) }),
  status: 200,
  answer: exact({ delegations: Type.Array(DelegationStanding) }),
} as const satisfies Call;

/** Refusals: delegation-over, delegation-rests, renewal-early, guardian-word-refused. */
export const authorityRenewDelegationCall = {
  method: 'POST',
  path: '/v1/delegations/:delegationId/renew',
  summary: 'Another year, by the word of the guardian’s own device (JWS, typ `lz-guardian-word+jwt`).',
  params,
  body: exact({ word: CompactSchema }),
  status: 200,
  answer: DelegationStanding,
} as const satisfies Call;

export const authorityEndDelegationCall = {
  method: 'POST',
  path: '/v1/delegations/:delegationId/end',
  summary: 'The guardian has ended it. Twice is once.',
  params,
  status: 204,
  answer: Type.Null(),
} as const satisfies Call;

const EndedDelegations = exact({ ended: Type.Integer({ minimum: 0 }) });

/** At the administrator's desk: an adult ward revokes, or what an officer, a point or a passkey has bound is taken back. */
export const endDelegationsCall = {
  method: 'POST',
  path: '/administrator/v1/delegations/end',
  summary: 'Ends all delegations of a ward, or all that an officer, a point or a passkey has bound.',
  body: Type.Union([
    exact({ legalName: Type.String({ maxLength: 100 }), idNumber: Type.String({ maxLength: 18 }) }),
    RaisedBy,
  ]),
  status: 200,
  answer: EndedDelegations,
} as const satisfies Call;

const act = {
  at: TimeSchema,
  pointId: idOf('acp'),
  /** Who signed, the officer of the session first; without a passkey where that was not kept yet. */
  hands: Type.Array(exact({ officerId: idOf('off'), passkeyId: Type.Optional(Type.String()) }), {
    maxItems: 2,
  }),
  /** What was bound; or what ended by it, as far as that is not forgotten. */
  delegationIds: Type.Array(DelegationIdSchema),
};
export const FamilyActRecord = Type.Union([
  exact({ kind: Type.Literal('bound'), ...act }),
  exact({ kind: Type.Literal('revoked'), reference: Type.String(), ...act }),
]);

export const listBoundCall = {
  method: 'POST',
  path: '/administrator/v1/bound',
  summary:
    'What an officer, a point or a passkey has bound, and what was revoked there, the newest first: nothing of the persons.',
  body: PageBy,
  status: 200,
  answer: exact({
    acts: Type.Array(FamilyActRecord, { maxItems: limits.officerActsPerPage }),
    next: NextPage,
  }),
} as const satisfies Call;

/** Refusals: not-found (no such counter). */
export const registerTerminalCall = {
  method: 'POST',
  path: '/administrator/v1/terminals',
  summary:
    'A counter is a terminal of class II: it may take the face of a ward, under the key that it is registered with.',
  body: exact({ counterId: CounterIdSchema, stands: Type.Boolean() }),
  status: 200,
  answer: exact({ counterId: CounterIdSchema, stands: Type.Boolean() }),
} as const satisfies Call;

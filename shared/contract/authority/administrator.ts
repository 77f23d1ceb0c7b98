import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { idOf, OfficerName, officerRoles, RegisteredPoint } from '../officer/terms.ts';
import { ReviewCase } from '../raise/08-decision.ts';
import { type Call, CounterIdSchema, exact, oneOf, RpIdSchema, TimeSchema } from '../schema.ts';

// The administrator's desk: calls that open to a token of its own, which no BFF and no operator has.

const standing = oneOf(['stands', 'revoked']);

export const PointRecord = exact({ ...RegisteredPoint.properties, standing });
export const registerPointCall = {
  method: 'POST',
  path: '/administrator/v1/points',
  summary:
    'Registers an acceptance point at a counter of the scene `acceptance`, or brings up to date what is said of it.',
  body: RegisteredPoint,
  status: 201,
  answer: PointRecord,
} as const satisfies Call;

export const listAllPointsCall = {
  method: 'GET',
  path: '/administrator/v1/points',
  summary: 'All points, also those that stand no more.',
  status: 200,
  answer: exact({ points: Type.Array(PointRecord) }),
} as const satisfies Call;

export const revokePointCall = {
  method: 'POST',
  path: '/administrator/v1/points/:pointId/revoke',
  summary: 'A point raises nothing from now on, also in flight.',
  params: exact({ pointId: idOf('acp') }),
  status: 200,
  answer: PointRecord,
} as const satisfies Call;

export const OfficerRecord = exact({
  officerId: idOf('off'),
  name: OfficerName,
  role: oneOf(officerRoles),
  pointId: Type.Optional(idOf('acp')),
  counterId: CounterIdSchema,
  since: TimeSchema,
  standing,
  /** Appointed without a credential of their own yet, by the administrator's word. */
  first: Type.Boolean(),
  /** Of one of these: until when no strict credential of their own is asked for. */
  exemptUntil: Type.Optional(TimeSchema),
  passkeys: Type.Array(exact({ passkeyId: Type.String(), name: Type.String(), standing })),
});
export type OfficerRecord = Static<typeof OfficerRecord>;

/**
 * `idNumber` and `legalName` say which person it is; of both nothing but the keyed hash is kept. Refusals: not-found (the point),
 * officer-needs-strict, id-taken (the person is an officer already).
 */
export const addOfficerCall = {
  method: 'POST',
  path: '/administrator/v1/officers',
  summary: 'Makes an officer of a person who has a strict credential of their own.',
  body: exact({
    name: OfficerName,
    legalName: Type.String({ minLength: 1, maxLength: limits.personName }),
    idNumber: Type.String({ pattern: '^[0-9]{17}[0-9X]$' }),
    /** One of the two: a point, or the counter of a relying party where an attendant helps. */
    at: Type.Union([
      exact({ pointId: idOf('acp') }),
      exact({ rpId: RpIdSchema, counterId: CounterIdSchema }),
    ]),
    /** One of the first, who raise each other: a few alone. */
    first: Type.Optional(Type.Literal(true)),
  }),
  status: 201,
  answer: OfficerRecord,
} as const satisfies Call;

export const listOfficersCall = {
  method: 'GET',
  path: '/administrator/v1/officers',
  summary: 'All officers with their passkeys, also those who are none any more.',
  status: 200,
  answer: exact({ officers: Type.Array(OfficerRecord) }),
} as const satisfies Call;

const officer = exact({ officerId: idOf('off') });
export const inviteOfficerCall = {
  method: 'POST',
  path: '/administrator/v1/officers/:officerId/invite',
  summary: 'Makes a link by which the officer registers a passkey, once, within fifteen minutes.',
  params: officer,
  status: 201,
  answer: exact({ link: Type.String(), expiresAt: TimeSchema }),
} as const satisfies Call;

export const revokeOfficerCall = {
  method: 'POST',
  path: '/administrator/v1/officers/:officerId/revoke',
  summary: 'Somebody is no officer any more: shift, links and passkeys end at once, also in flight.',
  params: officer,
  status: 200,
  answer: OfficerRecord,
} as const satisfies Call;

const PasskeyId = Type.String({ pattern: '^[A-Za-z0-9_-]{1,1400}$' });
export const revokeOfficerPasskeyCall = {
  method: 'POST',
  path: '/administrator/v1/officers/:officerId/passkeys/:passkeyId/revoke',
  summary: 'One passkey signs nothing more, also in flight.',
  params: exact({ officerId: idOf('off'), passkeyId: PasskeyId }),
  status: 200,
  answer: OfficerRecord,
} as const satisfies Call;

const byOfficer = { officerId: idOf('off') };
const byPoint = { pointId: idOf('acp') };
const byPasskey = { passkeyId: PasskeyId };
/** By whom, where or with which key. */
export const RaisedBy = Type.Union([exact(byOfficer), exact(byPoint), exact(byPasskey)]);

/** A row of a list that begins with the newest. */
export const Place = exact({ at: TimeSchema, id: Type.String({ maxLength: 60 }) });
/** The same, from after the last row of the page before. */
const before = Type.Optional(Place);
export const PageBy = Type.Union([
  exact({ ...byOfficer, before }),
  exact({ ...byPoint, before }),
  exact({ ...byPasskey, before }),
]);
/** Where the next page begins; absent on the last. */
export const NextPage = Type.Optional(Place);

export const listRaisedCall = {
  method: 'POST',
  path: '/administrator/v1/raised',
  summary:
    'What an officer, a point or a passkey has raised, the newest first: cases, and nothing of the persons.',
  body: PageBy,
  status: 200,
  answer: exact({
    cases: Type.Array(
      exact({
        ...Type.Omit(ReviewCase, ['cause']).properties,
        state: oneOf(['raised', 'in-review', 'refused']),
      }),
      { maxItems: limits.officerActsPerPage },
    ),
    next: NextPage,
  }),
} as const satisfies Call;

export const reviewRaisedCall = {
  method: 'POST',
  path: '/administrator/v1/raised/review',
  summary:
    'Puts all of it under review: those credentials count as basic until another officer has confirmed each.',
  body: RaisedBy,
  status: 200,
  answer: exact({ underReview: Type.Integer({ minimum: 0 }) }),
} as const satisfies Call;

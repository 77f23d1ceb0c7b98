import { type Static, Type } from 'typebox';
import { type Call, exact } from '../schema.ts';
import {
  idOf,
  nameOf,
  pageOf,
  pageQuery,
  RevocationReason,
  RpIdField,
  revokeBody,
  Standing,
  timeOf,
  Version,
} from './terms.ts';

const AcceptancePointId = idOf(
  'acp',
  'The acceptance point, by the id that the operator chose.',
  'acp_town-hall',
);
const Name = nameOf('The acceptance point, as people are shown it.', 'Town Hall');
const Place = nameOf('Where it is.', '8 Civic Road');

/** Where a credential is raised to strict: an officer sees the card there. */
export const AcceptancePointRecord = exact({
  acceptancePointId: AcceptancePointId,
  rpId: RpIdField,
  name: Name,
  place: Place,
  standing: Standing,
  reason: Type.Optional(RevocationReason),
  registeredAt: timeOf('When it was added.'),
  version: Version,
});
export type AcceptancePointRecord = Static<typeof AcceptancePointRecord>;

const path = '/operator/v1/acceptance-points';
const one = {
  params: exact({ acceptancePointId: AcceptancePointId }),
  status: 200,
  answer: AcceptancePointRecord,
} as const;

export const listAcceptancePointsCall = {
  method: 'GET',
  path,
  summary: 'Acceptance points in the order of their ids, by pages.',
  query: exact({ ...pageQuery, rpId: Type.Optional(RpIdField) }),
  status: 200,
  answer: pageOf({ acceptancePoints: Type.Array(AcceptancePointRecord, { description: 'This page.' }) }),
} as const satisfies Call;

export const showAcceptancePointCall = {
  method: 'GET',
  path: `${path}/:acceptancePointId`,
  summary: 'One acceptance point.',
  ...one,
} as const satisfies Call;

export const addAcceptancePointCall = {
  method: 'POST',
  path,
  summary: 'Adds an acceptance point of a relying party.',
  body: exact({ acceptancePointId: AcceptancePointId, rpId: RpIdField, name: Name, place: Place }),
  status: 201,
  made: `${path}/:acceptancePointId`,
  answer: AcceptancePointRecord,
} as const satisfies Call;

export const changeAcceptancePointCall = {
  method: 'PUT',
  path: `${path}/:acceptancePointId`,
  summary: 'Gives an acceptance point another name and place.',
  ...one,
  body: exact({ version: Version, name: Name, place: Place }),
} as const satisfies Call;

export const revokeAcceptancePointCall = {
  method: 'POST',
  path: `${path}/:acceptancePointId/revoke`,
  summary: 'Revokes an acceptance point. Twice is once.',
  ...one,
  body: revokeBody,
} as const satisfies Call;

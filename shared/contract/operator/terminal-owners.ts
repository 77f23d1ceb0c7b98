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

const OwnerId = idOf('own', 'The owner of terminals, by the id that the operator chose.', 'own_my-hotel');
const Name = nameOf('The owner, as people are shown it.', 'My Hotel Kiosks');

/** Who answers for self-service terminals of a relying party. */
export const TerminalOwnerRecord = exact({
  ownerId: OwnerId,
  rpId: RpIdField,
  name: Name,
  standing: Standing,
  reason: Type.Optional(RevocationReason),
  registeredAt: timeOf('When it was added.'),
  version: Version,
});
export type TerminalOwnerRecord = Static<typeof TerminalOwnerRecord>;

const path = '/operator/v1/terminal-owners';
const one = { params: exact({ ownerId: OwnerId }), status: 200, answer: TerminalOwnerRecord } as const;

export const listTerminalOwnersCall = {
  method: 'GET',
  path,
  summary: 'Owners of terminals in the order of their ids, by pages.',
  query: exact({ ...pageQuery, rpId: Type.Optional(RpIdField) }),
  status: 200,
  answer: pageOf({ terminalOwners: Type.Array(TerminalOwnerRecord, { description: 'This page.' }) }),
} as const satisfies Call;

export const showTerminalOwnerCall = {
  method: 'GET',
  path: `${path}/:ownerId`,
  summary: 'One owner of terminals.',
  ...one,
} as const satisfies Call;

export const addTerminalOwnerCall = {
  method: 'POST',
  path,
  summary: 'Adds an owner of terminals of a relying party.',
  body: exact({ ownerId: OwnerId, rpId: RpIdField, name: Name }),
  status: 201,
  made: `${path}/:ownerId`,
  answer: TerminalOwnerRecord,
} as const satisfies Call;

export const changeTerminalOwnerCall = {
  method: 'PUT',
  path: `${path}/:ownerId`,
  summary: 'Gives an owner of terminals another name.',
  ...one,
  body: exact({ version: Version, name: Name }),
} as const satisfies Call;

export const revokeTerminalOwnerCall = {
  method: 'POST',
  path: `${path}/:ownerId/revoke`,
  summary: 'Revokes an owner of terminals. Twice is once.',
  ...one,
  body: revokeBody,
} as const satisfies Call;

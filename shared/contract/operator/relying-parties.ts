import { type Static, Type } from 'typebox';
import { type Call, exact } from '../schema.ts';
import {
  nameOf,
  PublicKey,
  pageOf,
  pageQuery,
  Quotas,
  QuotasChosen,
  RevocationReason,
  RpIdField,
  revokeBody,
  ScenePolicy,
  ScenesChosen,
  Standing,
  timeOf,
  Version,
} from './terms.ts';

const Name = nameOf(
  'The brand name, as the authority has it registered for this relying party alone.',
  'My Hotel',
);

export const RelyingPartyRecord = exact({
  rpId: RpIdField,
  name: Name,
  standing: Standing,
  reason: Type.Optional(RevocationReason),
  underWatch: Type.Boolean({
    description: 'Under watch: what gives it more needs two operators.',
    examples: [false],
  }),
  scenes: Type.Array(ScenePolicy, {
    description: 'What it may ask for, with every policy as it counts now.',
  }),
  encryptionKey: Type.Optional(PublicKey),
  quotas: Quotas,
  quotasChosen: QuotasChosen,
  counters: Type.Integer({ minimum: 0, description: 'Its counters that are active.', examples: [2] }),
  registeredAt: timeOf('When it was added.'),
  version: Version,
});
export type RelyingPartyRecord = Static<typeof RelyingPartyRecord>;

const params = exact({ rpId: RpIdField });
const path = '/operator/v1/relying-parties';
const one = { params, status: 200, answer: RelyingPartyRecord } as const;

export const listRelyingPartiesCall = {
  method: 'GET',
  path,
  summary: 'Relying parties in the order of their ids, or those that `find` finds, by pages.',
  query: exact({
    ...pageQuery,
    standing: Type.Optional(Standing),
    find: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 60,
        description:
          'How the id begins, or the name, from any of its words on; capitals, full width and what is neither letter nor digit make no difference. In the order of what was found, each once; not together with `standing`.',
        examples: ['hotel'],
      }),
    ),
  }),
  status: 200,
  answer: pageOf({ relyingParties: Type.Array(RelyingPartyRecord, { description: 'This page.' }) }),
} as const satisfies Call;

export const showRelyingPartyCall = {
  method: 'GET',
  path: `${path}/:rpId`,
  summary: 'One relying party.',
  ...one,
} as const satisfies Call;

export const addRelyingPartyCall = {
  method: 'POST',
  path,
  summary:
    'Adds a relying party. Its brand name is registered with the authority first: the header Registrar-Token opens its registrar, and is kept nowhere.',
  body: exact({
    rpId: RpIdField,
    name: Name,
    scenes: ScenesChosen,
    encryptionKey: Type.Optional(PublicKey),
    quotas: Type.Optional(QuotasChosen),
  }),
  status: 201,
  made: `${path}/:rpId`,
  answer: RelyingPartyRecord,
  registrar: true,
  verified: true,
} as const satisfies Call;

export const renameRelyingPartyCall = {
  method: 'PUT',
  path: `${path}/:rpId/name`,
  summary:
    'Registers another brand name with the authority (Registrar-Token). Its counters are shown under it as each is registered anew.',
  ...one,
  body: exact({ version: Version, name: Name }),
  registrar: true,
} as const satisfies Call;

export const changeScenesCall = {
  method: 'PUT',
  path: `${path}/:rpId/scenes`,
  summary:
    'Sets the scenes with their purposes, levels and counter word; counts for the next check. What makes a word or a level weaker needs two operators.',
  ...one,
  body: exact({ version: Version, scenes: ScenesChosen }),
  verified: true,
} as const satisfies Call;

export const setEncryptionKeyCall = {
  method: 'PUT',
  path: `${path}/:rpId/encryption-key`,
  summary: 'Sets the key that result tokens are encrypted to (ECDH-ES+A256KW, A256GCM), or none.',
  ...one,
  body: exact({
    version: Version,
    key: Type.Union([PublicKey, Type.Null()], {
      description: 'The public key; null: tokens are signed only.',
    }),
  }),
  verified: true,
} as const satisfies Call;

export const setRpQuotasCall = {
  method: 'PUT',
  path: `${path}/:rpId/quotas`,
  summary:
    'Sets what all counters of a relying party may make and hold together. What is left out is as everybody has it. Raising it under watch needs two operators.',
  ...one,
  body: exact({ version: Version, quotas: QuotasChosen }),
  verified: true,
} as const satisfies Call;

export const watchRelyingPartyCall = {
  method: 'POST',
  path: `${path}/:rpId/watch`,
  summary: 'Puts a relying party under watch. Twice is once. Taking it off needs two operators.',
  ...one,
} as const satisfies Call;

export const revokeRelyingPartyCall = {
  method: 'POST',
  path: `${path}/:rpId/revoke`,
  summary:
    'Revokes a relying party with all its counters: their tokens, streams and live checks end within a second. Twice is once. Lifting it needs two operators.',
  ...one,
  body: revokeBody,
} as const satisfies Call;

import { type Static, Type } from 'typebox';
import { type Call, exact } from '../schema.ts';
import { CounterKeyRecord } from './counter-keys.ts';
import {
  CounterIdField,
  nameOf,
  Origins,
  PublicKey,
  pageOf,
  pageQuery,
  Quotas,
  QuotasChosen,
  RevocationReason,
  RpIdField,
  revokeBody,
  SceneNames,
  Standing,
  Statement,
  timeOf,
  Version,
} from './terms.ts';

const Name = nameOf('The counter, as people are shown it.', 'Desk 1');
const Place = nameOf('Where it stands, as people are shown it.', '1 Harbour Road');

export const CounterRecord = exact({
  counterId: CounterIdField,
  rpId: RpIdField,
  rpName: nameOf('The brand name in its statement.', 'My Hotel'),
  name: Name,
  place: Place,
  scenes: SceneNames,
  standing: Standing,
  reason: Type.Optional(RevocationReason),
  keys: Type.Array(CounterKeyRecord, {
    description: 'All its keys, those that are over too; the newest first.',
  }),
  origins: Origins,
  quotas: Quotas,
  quotasChosen: QuotasChosen,
  registrationEnds: timeOf('When its statement runs out: renew it before, or it opens no check any more.'),
  registeredAt: timeOf('When it was added.'),
  version: Version,
});
export type CounterRecord = Static<typeof CounterRecord>;

const params = exact({ counterId: CounterIdField });
const path = '/operator/v1/counters';
const one = { params, status: 200, answer: CounterRecord } as const;

export const listCountersCall = {
  method: 'GET',
  path,
  summary:
    'Counters in the order of their ids, by pages: of one relying party, or those of which the registration ends soon.',
  query: exact({
    ...pageQuery,
    rpId: Type.Optional(RpIdField),
    standing: Type.Optional(Standing),
    endsBefore: Type.Optional(timeOf('Only those of which the registration ends before.')),
  }),
  status: 200,
  answer: pageOf({ counters: Type.Array(CounterRecord, { description: 'This page.' }) }),
} as const satisfies Call;

export const showCounterCall = {
  method: 'GET',
  path: `${path}/:counterId`,
  summary: 'One counter with its keys.',
  ...one,
} as const satisfies Call;

export const NewCounter = exact({
  counterId: CounterIdField,
  rpId: RpIdField,
  name: Name,
  place: Place,
  scenes: Type.Optional(SceneNames),
  key: PublicKey,
  origins: Type.Optional(Origins),
  quotas: Type.Optional(QuotasChosen),
  registration: Type.Optional(Statement),
});
export type NewCounter = Static<typeof NewCounter>;

export const addCounterCall = {
  method: 'POST',
  path,
  summary:
    'Adds a counter with its first key. The registrar of the authority signs who it is (Registrar-Token), unless its statement comes along.',
  body: NewCounter,
  status: 201,
  made: `${path}/:counterId`,
  answer: CounterRecord,
  registrar: true,
  verified: true,
} as const satisfies Call;

export const registerCounterAnewCall = {
  method: 'POST',
  path: `${path}/:counterId/registration`,
  summary:
    'Has the registrar sign anew who the counter is, for each of its keys (Registrar-Token): before the statement runs out, or under another name, place or scenes.',
  ...one,
  body: exact({
    version: Version,
    name: Type.Optional(Name),
    place: Type.Optional(Place),
    scenes: Type.Optional(SceneNames),
  }),
  registrar: true,
} as const satisfies Call;

export const setOriginsCall = {
  method: 'PUT',
  path: `${path}/:counterId/origins`,
  summary: 'Sets where pages of the counter may call from; counts at once.',
  ...one,
  body: exact({ version: Version, origins: Origins }),
  verified: true,
} as const satisfies Call;

export const setCounterQuotasCall = {
  method: 'PUT',
  path: `${path}/:counterId/quotas`,
  summary:
    'Sets what one counter may make and hold. What is left out is as everybody has it; its relying party keeps its own besides. Raising it under watch needs two operators.',
  ...one,
  body: exact({ version: Version, quotas: QuotasChosen }),
  verified: true,
} as const satisfies Call;

export const revokeCounterCall = {
  method: 'POST',
  path: `${path}/:counterId/revoke`,
  summary:
    'Revokes a counter: its tokens, streams and live checks end within a second. Twice is once. Lifting it needs two operators.',
  ...one,
  body: revokeBody,
} as const satisfies Call;

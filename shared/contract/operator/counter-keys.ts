import { type Static, Type } from 'typebox';
import { type Call, exact } from '../schema.ts';
import {
  CounterIdField,
  Kid,
  PublicKey,
  RevocationReason,
  revokeBody,
  Statement,
  timeOf,
  Version,
} from './terms.ts';

const NotBefore = timeOf('From when on its assertions count.');
const NotAfter = timeOf('Until when its assertions count, and the tokens that they got.');

export const CounterKeyRecord = exact({
  kid: Kid,
  thumbprint: Type.String({
    pattern: '^[A-Za-z0-9_-]{43}$',
    description: 'RFC 7638 thumbprint of the public key, by which the registrar signed it.',
    examples: ['NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs'],
  }),
  state: Type.Unsafe<'good' | 'not-yet' | 'over' | 'revoked'>({
    type: 'string',
    enum: ['good', 'not-yet', 'over', 'revoked'],
    description: 'good: gets tokens now. not-yet, over: before and after its time. revoked: never again.',
    examples: ['good'],
  }),
  notBefore: NotBefore,
  notAfter: Type.Optional(NotAfter),
  reason: Type.Optional(RevocationReason),
  registrationEnds: timeOf('When the statement about this key runs out.'),
});
export type CounterKeyRecord = Static<typeof CounterKeyRecord>;

const path = '/operator/v1/counters/:counterId/keys';
const params = exact({ counterId: CounterIdField });
const answer = exact({
  counterId: CounterIdField,
  keys: Type.Array(CounterKeyRecord, { description: 'All keys of the counter, the newest first.' }),
  version: Version,
});
export type CounterKeys = Static<typeof answer>;

export const addKeyCall = {
  method: 'POST',
  path,
  summary:
    'Adds a key to a counter, beside those that it has. A point of the curve serves one counter, once and for ever. Registrar-Token, unless its statement comes along.',
  params,
  body: exact({
    version: Version,
    key: PublicKey,
    notBefore: Type.Optional(NotBefore),
    notAfter: Type.Optional(NotAfter),
    registration: Type.Optional(Statement),
  }),
  status: 201,
  made: '/operator/v1/counters/:counterId',
  answer,
  registrar: true,
  verified: true,
} as const satisfies Call;

export const rotateKeyCall = {
  method: 'POST',
  path: `${path}/rotate`,
  summary:
    'Adds a key that counts at once and ends all others after an overlap, so that no request for a token fails in between. Registrar-Token, unless its statement comes along.',
  params,
  body: exact({
    version: Version,
    key: PublicKey,
    overlapSeconds: Type.Optional(
      Type.Integer({
        minimum: 0,
        maximum: 2_592_000,
        description: 'Seconds for which the keys before go on counting; a day where absent.',
        examples: [86_400],
      }),
    ),
    registration: Type.Optional(Statement),
  }),
  status: 201,
  made: '/operator/v1/counters/:counterId',
  answer,
  registrar: true,
  verified: true,
} as const satisfies Call;

export const revokeKeyCall = {
  method: 'POST',
  path: `${path}/:kid/revoke`,
  summary:
    'Revokes a key for ever: the tokens and streams that it got end within a second, other keys of the counter go on. Twice is once.',
  params: exact({ counterId: CounterIdField, kid: Kid }),
  body: revokeBody,
  status: 200,
  answer,
} as const satisfies Call;

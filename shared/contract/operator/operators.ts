import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { type Call, exact } from '../schema.ts';
import { BegunCreation, CeremonySchema, CreatedPasskey } from './passkey.ts';
import { OperatorName, PasskeyName, TokenKindSchema } from './sign-in.ts';
import { OperatorIdField, timeOf } from './terms.ts';

const PasskeyId = Type.String({
  pattern: '^[A-Za-z0-9_-]{1,1400}$',
  description: 'The credential id of a passkey, base64url.',
  examples: ['kUYzXzR4i0oPq3mBq9d3Vw'],
});
const TokenId = Type.String({
  pattern: '^[A-Za-z0-9_-]{43}$',
  description: 'The SHA-256 of a token, base64url: tells one from another and opens nothing.',
  examples: ['47DEQpj8HBSa-_TImW-5JCeuQeRkm5NMpJWZG3hSuFU'],
});

export const PasskeyView = exact({
  id: PasskeyId,
  name: PasskeyName,
  addedAt: timeOf('When it was added.'),
  usedAt: Type.Optional(timeOf('When it last signed in or verified its owner.')),
});
export type PasskeyView = Static<typeof PasskeyView>;
const passkeys = exact({
  passkeys: Type.Array(PasskeyView, { description: 'The oldest first.', examples: [[]] }),
});

export const OperatorView = exact({
  operatorId: OperatorIdField,
  name: OperatorName,
  since: timeOf('When they enrolled.'),
  passkeys: Type.Integer({ minimum: 0, description: 'How many they have.', examples: [2] }),
  revokedAt: Type.Optional(timeOf('Since when they are none any more.')),
});
export type OperatorView = Static<typeof OperatorView>;

export const TokenView = exact({
  tokenId: TokenId,
  operatorId: OperatorIdField,
  kind: TokenKindSchema,
  label: Type.String({
    maxLength: 60,
    description: 'Where it is used, as the command said.',
    examples: ['desk-3 (linux)'],
  }),
  since: timeOf('When it was made.'),
  expiresAt: timeOf('When it ends.'),
  own: Type.Boolean({ description: 'It is the one that asks.', examples: [true] }),
});
export type TokenView = Static<typeof TokenView>;

export const listOperatorsCall = {
  method: 'GET',
  path: '/operator/v1/operators',
  summary: 'All who are operators, and who was one.',
  status: 200,
  answer: exact({
    operators: Type.Array(OperatorView, { description: 'The oldest first.', examples: [[]] }),
  }),
} as const satisfies Call;

export const inviteOperatorCall = {
  method: 'POST',
  path: '/operator/v1/operators/invite',
  summary: 'Makes a link by which one person becomes an operator, once, within fifteen minutes.',
  body: exact({ name: OperatorName }),
  status: 201,
  verified: 'in-console',
  answer: exact({
    link: Type.String({
      maxLength: limits.signedText,
      description: 'The link. It is shown this once, and kept nowhere.',
      examples: ['https://id.example/console#enrol=3q2-7wQ0l8b3S9kqvXw2A3q2-7wQ0l8b3S9kqvXw2A0'],
    }),
    expiresAt: timeOf('From then on it opens nothing.'),
  }),
} as const satisfies Call;

/** Refusals: not-found, last-operator. */
export const revokeOperatorCall = {
  method: 'POST',
  path: '/operator/v1/operators/:operatorId/revoke',
  summary: 'Somebody is no operator any more: their tokens, passkeys and open links end at once.',
  params: exact({ operatorId: OperatorIdField }),
  status: 200,
  verified: true,
  answer: OperatorView,
} as const satisfies Call;

export const listPasskeysCall = {
  method: 'GET',
  path: '/operator/v1/passkeys',
  summary: 'One’s own passkeys.',
  status: 200,
  answer: passkeys,
} as const satisfies Call;

export const beginPasskeyCall = {
  method: 'POST',
  path: '/operator/v1/passkeys/begin',
  summary: 'Answers what another passkey of one’s own is made with.',
  status: 200,
  verified: 'in-console',
  answer: BegunCreation,
} as const satisfies Call;

/** Refusals: passkey-refused, passkeys-too-many. */
export const addPasskeyCall = {
  method: 'POST',
  path: '/operator/v1/passkeys',
  summary: 'Another passkey of one’s own signs in from now on.',
  body: exact({ ceremony: CeremonySchema, passkeyName: PasskeyName, passkey: CreatedPasskey }),
  status: 201,
  made: '/operator/v1/passkeys',
  verified: 'in-console',
  answer: passkeys,
} as const satisfies Call;

/** Refusals: not-found, last-passkey. */
export const removePasskeyCall = {
  method: 'POST',
  path: '/operator/v1/passkeys/:passkeyId/revoke',
  summary: 'One of one’s own passkeys signs in no more. The last one stays.',
  params: exact({ passkeyId: PasskeyId }),
  status: 200,
  verified: 'in-console',
  answer: passkeys,
} as const satisfies Call;

const tokens = exact({
  tokens: Type.Array(TokenView, { description: 'The newest first.', examples: [[]] }),
});

export const listTokensCall = {
  method: 'GET',
  path: '/operator/v1/tokens',
  summary: 'All tokens that are good at this moment, of all operators.',
  status: 200,
  answer: tokens,
} as const satisfies Call;

/** Refusals: not-found. */
export const revokeTokenCall = {
  method: 'POST',
  path: '/operator/v1/tokens/:tokenId/revoke',
  summary: 'A token, one’s own or another operator’s, ends at once.',
  params: exact({ tokenId: TokenId }),
  status: 200,
  answer: tokens,
} as const satisfies Call;

import { type Static, Type } from 'typebox';
import { shownNamePattern } from '../../shown-name.ts';
import { type Call, exact, oneOf } from '../schema.ts';
import { BegunCreation, BegunRequest, CeremonySchema, CreatedPasskey, PasskeyAssertion } from './passkey.ts';
import { OperatorIdField, timeOf } from './terms.ts';

export const OperatorName = Type.String({
  pattern: shownNamePattern,
  maxLength: 60,
  description: 'What the other operators call this one.',
  examples: ['Wang Fang'],
});
export const PasskeyName = Type.String({
  pattern: shownNamePattern,
  maxLength: 60,
  description: 'By which its owner tells one passkey from another.',
  examples: ['Office laptop'],
});

const tokenKinds = ['console', 'command', 'sandbox'] as const;
export type TokenKind = (typeof tokenKinds)[number];

/** Reads it back from where it was kept. @throws RangeError for another word */
export function tokenKindOf(word: unknown): TokenKind {
  const kind = tokenKinds.find((each) => each === word);
  if (kind === undefined) throw new RangeError('not a kind of token');
  return kind;
}

export const TokenKindSchema = {
  ...oneOf(tokenKinds),
  description: 'What the token is for: a browser, the command, or the command of a sandbox.',
  examples: ['console'],
};

/** The secret of a link, which stands behind the `#` of its address and is sent to this call alone. */
const Invite = Type.String({
  pattern: '^[A-Za-z0-9_-]{43}$',
  description: 'The secret of the link.',
  examples: ['3q2-7wQ0l8b3S9kqvXw2A3q2-7wQ0l8b3S9kqvXw2A0'],
});

/** Who is signed in, and until when. */
export const OperatorSession = exact({
  operatorId: OperatorIdField,
  name: OperatorName,
  kind: TokenKindSchema,
  idleAt: Type.Optional(timeOf('Not used until then, it is over. Absent for the command.')),
  expiresAt: timeOf('It ends then, however much it is used.'),
  verifiedUntil: timeOf('Until then calls that want a fresh verification are taken.'),
  serverTime: timeOf('Now, by the clock that all these are judged by.'),
});
export type OperatorSession = Static<typeof OperatorSession>;

export const beginEnrolmentCall = {
  method: 'POST',
  path: '/operator/v1/enrolments/begin',
  summary: 'A link was opened: answers what a new passkey is made with. The link stays good.',
  body: exact({ invite: Invite }),
  status: 200,
  answer: exact({ name: OperatorName, ...BegunCreation.properties }),
} as const satisfies Call;

/** Refusals: invite-over, passkey-refused. */
export const enrolCall = {
  method: 'POST',
  path: '/operator/v1/enrolments',
  summary: 'The new passkey makes an operator of whoever has the link, once. Signs in by a cookie.',
  body: exact({
    invite: Invite,
    ceremony: CeremonySchema,
    passkeyName: PasskeyName,
    passkey: CreatedPasskey,
  }),
  status: 201,
  made: '/operator/v1/session',
  answer: OperatorSession,
} as const satisfies Call;

export const beginSignInCall = {
  method: 'POST',
  path: '/operator/v1/sign-in/begin',
  summary: 'Answers what a passkey signs in with. Nobody is named: the passkey knows its operator.',
  status: 200,
  answer: BegunRequest,
} as const satisfies Call;

const signed = exact({ ceremony: CeremonySchema, assertion: PasskeyAssertion });

/** Refusals: passkey-refused, whatever it was that did not fit. */
export const signInCall = {
  method: 'POST',
  path: '/operator/v1/sign-in',
  summary: 'Signs in by a passkey whose owner was verified; leaves a cookie that no script reads.',
  body: signed,
  status: 200,
  answer: OperatorSession,
} as const satisfies Call;

export const signOutCall = {
  method: 'POST',
  path: '/operator/v1/sign-out',
  summary: 'Ends the session of the cookie at once. Without one nothing happens.',
  status: 200,
  answer: exact({}),
} as const satisfies Call;

export const readSessionCall = {
  method: 'GET',
  path: '/operator/v1/session',
  summary: 'Who is signed in, and until when.',
  status: 200,
  answer: OperatorSession,
} as const satisfies Call;

export const beginVerificationCall = {
  method: 'POST',
  path: '/operator/v1/verification/begin',
  summary: 'Answers what the operator is verified with once more, by one of their own passkeys.',
  status: 200,
  answer: BegunRequest,
} as const satisfies Call;

export const verifyOperatorCall = {
  method: 'POST',
  path: '/operator/v1/verification',
  summary: 'The operator was verified: for five minutes the same token is good for what asks for that.',
  body: signed,
  status: 200,
  answer: OperatorSession,
} as const satisfies Call;

import { type Static, Type } from 'typebox';
import { credentialStates, voidReasons } from '../../credentials.ts';
import { type Call, exact, LevelSchema, oneOf, TimeSchema } from '../schema.ts';

/** From when, and until when, a credential may be brought to another phone. */
export const Movable = exact({ from: TimeSchema, until: TimeSchema });

/** The handle stays opaque: it tells nothing of the person and opens nothing without the device key. */
export const CredentialAnswer = exact({
  state: oneOf(['none', ...credentialStates]),
  /** Of what is void: why. */
  reason: Type.Optional(oneOf(voidReasons)),
  level: Type.Optional(LevelSchema),
  handle: Type.Optional(Type.String()),
  /** Since when it is in this state. */
  since: Type.Optional(TimeSchema),
  /** When the level `strict` comes to a credential that was brought along. */
  strictFrom: Type.Optional(TimeSchema),
  /** When it ends, with the validity of the ID card; absent where the card has none. */
  endsAt: Type.Optional(TimeSchema),
  /** When the report of a lost card ends by itself, also behind a freeze. */
  cardReportEnds: Type.Optional(TimeSchema),
  /** Of what is unusable: from when, and until when, it may be brought to this phone. */
  movable: Type.Optional(Movable),
});
export type CredentialAnswer = Static<typeof CredentialAnswer>;

export const readCredentialCall = {
  method: 'GET',
  path: '/holder/v1/credential',
  summary: 'The credential of this phone, if it has one.',
  status: 200,
  answer: CredentialAnswer,
} as const satisfies Call;

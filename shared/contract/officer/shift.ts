import { type Static, Type } from 'typebox';
import {
  BegunCreation,
  BegunRequest,
  CeremonySchema,
  CreatedPasskey,
  PasskeyAssertion,
} from '../operator/passkey.ts';
import { Base64urlSchema, type Call, CompactSchema, exact } from '../schema.ts';
import { OfficerName, OfficerPasskeyName, OfficerShift } from './terms.ts';

/** The thumbprint of the key that stands behind the `#` of an administrator's link. The key itself is sent to nobody. */
export const OfficerInvite = Base64urlSchema(43, 43);

export const EnrolmentBegun = exact({ name: OfficerName, ...BegunCreation.properties });
export const Enrolment = exact({
  invite: OfficerInvite,
  ceremony: CeremonySchema,
  passkeyName: OfficerPasskeyName,
  passkey: CreatedPasskey,
  /** `statePasskey`: whoever has the link made this passkey. */
  word: CompactSchema,
});
export type Enrolment = Static<typeof Enrolment>;

/** Refusals: invite-over. */
export const beginOfficerEnrolmentCall = {
  method: 'POST',
  path: '/officer/v1/enrolments/begin',
  summary: 'An officer opened the link of the administrator: answers what the new passkey is made with.',
  body: exact({ invite: OfficerInvite }),
  status: 200,
  answer: EnrolmentBegun,
} as const satisfies Call;

/** Refusals: invite-over, passkey-refused. Nobody is signed in by it. */
export const enrolOfficerCall = {
  method: 'POST',
  path: '/officer/v1/enrolments',
  summary: 'The passkey is registered at the authority for the officer whom the link is for, once.',
  body: Enrolment,
  status: 201,
  answer: exact({ name: OfficerName }),
} as const satisfies Call;

/** Its challenge is `shiftHash` of the salt and the key of the browser: the page computes it, and asks nobody to sign another. */
export const BegunShift = exact({ ...BegunRequest.properties, salt: Base64urlSchema(43, 43) });
export type BegunShift = Static<typeof BegunShift>;

/** Needs a DPoP proof (RFC 9449) of the browser's key. */
export const beginShiftCall = {
  method: 'POST',
  path: '/officer/v1/shifts/begin',
  summary: 'Answers what a passkey opens a shift with, for the key of the browser’s proof. Nobody is named.',
  status: 200,
  answer: BegunShift,
} as const satisfies Call;

/** What opens a shift. The key of the browser's proof is the one that the shift is bound to. */
export const ShiftOpened = exact({ ceremony: CeremonySchema, assertion: PasskeyAssertion });

/** The token, and the key list that it can be checked by. */
export const OpenedShift = exact({ token: CompactSchema, keyList: CompactSchema, shift: OfficerShift });
export type OpenedShift = Static<typeof OpenedShift>;

/**
 * Needs a proof of the same key. All calls below `/officer/v1` but this, its beginning and the enrolment carry
 * `Authorization: DPoP <token>` and a proof of the same key. Refusals: passkey-refused.
 */
export const openShiftCall = {
  method: 'POST',
  path: '/officer/v1/shifts',
  summary: 'Opens a shift for whom a passkey verified, bound to the key of the browser.',
  body: ShiftOpened,
  status: 201,
  answer: OpenedShift,
} as const satisfies Call;

export const readShiftCall = {
  method: 'GET',
  path: '/officer/v1/shift',
  summary: 'The shift, how much may still be done today, and how many cases wait.',
  status: 200,
  answer: exact({
    ...OfficerShift.properties,
    /** Where the helper of a card reader answers (`shared/sample/card-reader.ts`); absent where there is none. */
    cardReader: Type.Optional(Type.String({ pattern: '^https?://[\\x21-\\x7e]{1,200}$' })),
  }),
} as const satisfies Call;

export const endShiftCall = {
  method: 'POST',
  path: '/officer/v1/shift/end',
  summary: 'Ends the shift at once.',
  status: 200,
  answer: exact({}),
} as const satisfies Call;

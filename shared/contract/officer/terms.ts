import { type Static, Type } from 'typebox';
import { type Ids, idPattern } from '../../ids.ts';
import { shownNamePattern } from '../../shown-name.ts';
import { Base64urlSchema, CounterIdSchema, exact, oneOf, RpIdSchema, TimeSchema } from '../schema.ts';

export const idOf = <K extends keyof Ids>(kind: K) =>
  Type.Unsafe<Ids[K]>({ type: 'string', pattern: idPattern[kind] });

/** `point`: raises credentials at an acceptance point. `attendant`: helps at a relying party's counter. */
export const officerRoles = ['point', 'attendant'] as const;
export type OfficerRole = (typeof officerRoles)[number];

const Shown = Type.String({ pattern: shownNamePattern, maxLength: 60 });
/** What administrators and colleagues call an officer or a passkey. */
export const OfficerName = Shown;
export const OfficerPasskeyName = Shown;

/** An acceptance point as people find it. Hours and telephone are what a sign would say. */
export const AcceptancePoint = exact({
  pointId: idOf('acp'),
  name: Shown,
  city: Type.String({ pattern: shownNamePattern, maxLength: 30 }),
  address: Type.String({ pattern: shownNamePattern, maxLength: 100 }),
  hours: Type.String({ pattern: shownNamePattern, maxLength: 60 }),
  phone: Type.String({ pattern: '^[0-9+ -]{3,20}$' }),
});
export type AcceptancePoint = Static<typeof AcceptancePoint>;

/** The same as the authority has it: with the counter by which it asks, registered for the scene `acceptance`. */
export const RegisteredPoint = exact({
  ...AcceptancePoint.properties,
  rpId: RpIdSchema,
  counterId: CounterIdSchema,
});
export type RegisteredPoint = Static<typeof RegisteredPoint>;

/** RFC 7638 thumbprint of the key that the officer's browser made for this shift. */
export const BrowserKey = Base64urlSchema(43, 43);

/** Claims of a shift token (JWS ES256, typ `lz-officer+jwt`, kid of a `sign` key of the key list). */
export const ShiftClaims = exact({
  iss: Type.String(),
  iat: Type.Integer(),
  exp: Type.Integer(),
  sandbox: Type.Boolean(),
  shiftId: idOf('shf'),
  officerId: idOf('off'),
  role: oneOf(officerRoles),
  /** Where the officer works: the counter by which sessions are opened. */
  pointId: Type.Optional(idOf('acp')),
  rpId: RpIdSchema,
  counterId: CounterIdSchema,
  /** RFC 7800: the token is good with proofs of this key alone. */
  cnf: exact({ jkt: BrowserKey }),
});
export type ShiftClaims = Static<typeof ShiftClaims>;

/** A shift as its officer is told of it. */
export const OfficerShift = exact({
  shiftId: idOf('shf'),
  name: OfficerName,
  role: oneOf(officerRoles),
  /** Absent for an attendant. */
  point: Type.Optional(AcceptancePoint),
  since: TimeSchema,
  expiresAt: TimeSchema,
  /** How many more may be raised today, by this officer and at this point. */
  raisesLeft: Type.Integer({ minimum: 0 }),
  /** Cases that wait for another officer than the one who decided them. */
  reviewsWaiting: Type.Integer({ minimum: 0 }),
});
export type OfficerShift = Static<typeof OfficerShift>;

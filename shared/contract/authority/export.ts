import { type Static, Type } from 'typebox';
import { ceremonyNames } from '../../ceremonies.ts';
import { consentForms, consentSubjects } from '../../consent/consent-forms.ts';
import { credentialStates, voidReasons } from '../../credentials.ts';
import { delegationStates, relations, wardForms } from '../../family.ts';
import { idPattern } from '../../ids.ts';
import * as limits from '../../limits.ts';
import { raiseOutcomes } from '../../raise/decision.ts';
import { officerRoles } from '../officer/terms.ts';
import { DaySchema } from '../raise/appointment.ts';
import {
  Base64urlSchema,
  type Call,
  CompactSchema,
  exact,
  LevelSchema,
  oneOf,
  SceneSchema,
  TimeSchema,
} from '../schema.ts';

/** A reference: by which engine it was made and how long it is. What it holds is of use to nobody but who compares, and to a thief. */
const Reference = exact({ engine: Type.String(), bytes: Type.Integer({ minimum: 0 }) });

export const sidesOfDelegation = ['guardian', 'ward'] as const;
/** What became of a raise: `in-review` until another officer has decided. */
export const raiseStates = ['raised', 'in-review', 'refused'] as const;

/** Claims of the authority's part of an export (JWS ES256, typ `lz-export+jwt`): all that it holds of one person, by kinds and times. */
export const ExportClaims = exact({
  iss: Type.String(),
  /** Seconds since the epoch. */
  iat: Type.Integer(),
  sandbox: Type.Boolean(),
  credential: exact({
    handle: Type.String({ pattern: idPattern.crd }),
    level: LevelSchema,
    state: oneOf(credentialStates),
    reason: Type.Optional(oneOf(voidReasons)),
    since: TimeSchema,
    device: Base64urlSchema(43, 43),
    /** What that device stated last of its receipt key is kept. */
    receiptKey: Type.Optional(Type.Literal(true)),
  }),
  /** Credentials before it, which are void. */
  earlier: Type.Integer({ minimum: 0 }),
  face: Type.Optional(Reference),
  voice: Type.Optional(Reference),
  /** A PIN for checks without a face was set. What is kept of it is of use to nobody but who compares. */
  pin: Type.Optional(Type.Literal(true)),
  /** Phrases heard in checks, remembered so that none counts twice. */
  heard: Type.Integer({ minimum: 0 }),
  /** What was agreed to without a phone: before an officer as a ward, or by card at a counter. What was agreed to on the phone the BFF tells. */
  consents: Type.Array(
    exact({
      ...{ form: oneOf(consentForms), subject: oneOf(consentSubjects), day: DaySchema },
      ...{ version: Type.String(), hash: Base64urlSchema(43, 43), language: oneOf(['zh', 'en']) },
    }),
  ),
  /** The population register, whose photo and name are compared with: it is there before anybody applies. `born`: by it an age is decided. */
  register: exact({ photo: Type.Boolean(), byApplication: Type.Boolean(), born: Type.Optional(DaySchema) }),
  /** Failures in a row, by ceremony. */
  failures: Type.Array(
    exact({ ceremony: oneOf(ceremonyNames), failures: Type.Integer(), lockedUntil: TimeSchema }),
  ),
  /** What was tried as this person, from how many accounts. */
  tries: Type.Integer({ minimum: 0 }),
  /** Challenges of the last day: for what, and who asked. */
  challenges: Type.Array(
    exact({
      ceremony: oneOf(ceremonyNames),
      rpName: Type.String(),
      scene: Type.String(),
      expiresAt: TimeSchema,
    }),
    { maxItems: limits.exportedChallenges },
  ),
  /** For whom the holder answers or answered, and who for the holder: the newest first, and nothing of who the other is or how the other's credential stands. */
  delegations: Type.Array(
    exact({
      as: oneOf(sidesOfDelegation),
      /** Who the ward is to the guardian. */
      relation: oneOf(relations),
      form: oneOf(wardForms),
      scenes: Type.Array(SceneSchema),
      /** Where it was bound. */
      point: Type.String(),
      since: TimeSchema,
      /** When it ends or has ended. */
      ends: TimeSchema,
      /** A ward is not told that it rests. */
      state: oneOf(delegationStates),
    }),
    { maxItems: limits.exportedDelegations },
  ),
  /** What officers decided of raises, the newest first: not who they are, nor what they wrote down for each other. */
  raises: Type.Array(
    exact({
      day: DaySchema,
      point: Type.String(),
      card: oneOf(['chip', 'typed']),
      decision: oneOf(raiseOutcomes),
      state: oneOf(raiseStates),
    }),
    { maxItems: limits.exportedRaises },
  ),
  /** Of a holder who is or was an officer: as what, under which name, and how many keys, shifts and raises hang on that. */
  offices: Type.Array(
    exact({
      ...{ role: oneOf(officerRoles), name: Type.String(), since: TimeSchema },
      revokedAt: Type.Optional(TimeSchema),
      ...{ passkeys: Type.Integer(), shifts: Type.Integer(), raises: Type.Integer() },
    }),
    { maxItems: limits.exportedOffices },
  ),
});
export type ExportClaims = Static<typeof ExportClaims>;

export const AuthorityExportBody = exact({ receiptKey: CompactSchema });

/**
 * Sealed to a key that the device of the credential has stated itself, and to no other: whoever asks for it learns nothing. Refusals:
 * receipt-key-refused, export-refused where the key was stated by another device, credential-missing.
 */
export const authorityExportCall = {
  method: 'POST',
  path: '/v1/credentials/:handle/export',
  summary: 'All that is held of the person of a credential, sealed to the phone that it was issued to.',
  params: exact({ handle: Type.String({ pattern: idPattern.crd }) }),
  body: AuthorityExportBody,
  status: 200,
  answer: exact({ sealed: Base64urlSchema(64, limits.exportSealed) }),
} as const satisfies Call;

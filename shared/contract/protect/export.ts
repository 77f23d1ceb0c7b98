import { type Static, Type } from 'typebox';
import { facePlatforms } from '../../challenge.ts';
import { wardAsks } from '../../family.ts';
import { idPattern } from '../../ids.ts';
import * as limits from '../../limits.ts';
import { sessionStates } from '../../sessions.ts';
import { CredentialAnswer } from '../apply/07-credential.ts';
import { DelegationTerms } from '../family/terms.ts';
import {
  Base64urlSchema,
  type Call,
  CompactSchema,
  exact,
  oneOf,
  SessionIdSchema,
  TimeSchema,
} from '../schema.ts';
import { ConsentReceipt } from './consents.ts';
import { disputeKinds } from './dispute.ts';
import type { keptAfterErasure } from './erase.ts';
import { Notice } from './notices.ts';

/** Who showed the code of a meeting, and who scanned it. */
export const sidesOfMeeting = ['opener', 'joiner'] as const;

/** `key`: what the device says of its receipt key (JWS `lz-receipt-key+jwt`), to which the authority seals its part. */
export const ExportBody = exact({ key: CompactSchema });
export type ExportBody = Static<typeof ExportBody>;

export const OwnAccount = exact({
  since: TimeSchema,
  /** By which platform somebody signs in, where it is one. */
  platform: Type.Optional(oneOf(facePlatforms)),
  /** The thumbprint of the device key of the live phone. */
  device: Base64urlSchema(43, 43),
  /** The number of the phone's secure part, where it has one (SOTER). */
  securedBy: Type.Optional(Type.String()),
  /** The numbers of all secure parts that signed in for this account. */
  secureKeys: Type.Array(Type.String()),
  /** Whether the platform may remind of the end; its sealed id of the person is kept for that. */
  reminded: Type.Boolean(),
});
/** A phone that lost its place within ten days, and whether it disputed that. */
export const OwnTakeOver = exact({
  ...{ device: Base64urlSchema(43, 43), at: TimeSchema, until: TimeSchema, disputed: Type.Boolean() },
});
/** A dispute by which this credential is suspended; of others nobody knows whose they are. */
export const OwnDispute = exact({
  disputeId: Type.String({ pattern: idPattern.dsp }),
  ...{ kind: oneOf(disputeKinds), day: Type.String() },
});
/** A check or application that still knows this phone: for some minutes after its end. */
export const OwnSession = exact({
  ...{
    sessionId: SessionIdSchema,
    ceremony: Type.String(),
    state: oneOf(sessionStates),
    openedAt: TimeSchema,
  },
});
/** By what the holder answers for a ward, as it is written down here: whether it rests only the authority knows. */
export const OwnDelegation = exact({
  ...DelegationTerms.properties,
  ...{ state: oneOf(['active', 'ended']), asks: oneOf(wardAsks) },
  tellsFrom: Type.Optional(TimeSchema),
});
/** A scan of this phone that waits for its holder to answer. */
export const OwnArrival = exact({ sessionId: SessionIdSchema, until: TimeSchema });
/** A meeting that the holder opened, or was scanned into; nothing of the other. */
export const OwnMeeting = exact({
  meetingId: Type.String({ pattern: idPattern.mtg }),
  ...{ as: oneOf(sidesOfMeeting), openedAt: TimeSchema, until: TimeSchema },
});
/** That somebody declined to meet the holder, remembered for a day so that nobody is pressed. */
export const OwnDecline = exact({ until: TimeSchema });
/** A family code that was given and not typed yet. */
export const OwnWardCode = exact({
  delegationId: Type.String({ pattern: idPattern.del }),
  until: TimeSchema,
});

/** What is counted against misuse, by a keyed hash, and until when. */
export const OwnQuota = exact({ quota: Type.String(), until: TimeSchema });

/** All that this service holds about the holder; nothing of it says who that is. Keyed hashes lead back to nobody. */
export const OwnData = exact({
  account: OwnAccount,
  credential: CredentialAnswer,
  consents: Type.Array(ConsentReceipt),
  notices: Type.Array(Notice),
  takeovers: Type.Array(OwnTakeOver),
  disputes: Type.Array(OwnDispute),
  sessions: Type.Array(OwnSession),
  family: Type.Array(OwnDelegation),
  arrivals: Type.Array(OwnArrival),
  meetings: Type.Array(OwnMeeting),
  declines: Type.Array(OwnDecline),
  wardCodes: Type.Array(OwnWardCode),
  quotas: Type.Array(OwnQuota),
});
export type OwnData = Static<typeof OwnData>;

/** The authority's part, sealed to this phone (HPKE base mode, info `LZ-EXPORT/1`). */
export const SealedExport = exact({
  held: Type.Literal('sealed'),
  ...{ sealed: Base64urlSchema(64, limits.exportSealed), keyList: CompactSchema },
});
/** What the law has the authority keep of who has no credential: the population register, and for ten years what an officer decided over a card. */
export const keptByLaw = [
  'register',
  'cases',
] as const satisfies readonly (typeof keptAfterErasure)[number][];
/**
 * `nothing-more` where it holds no credential of this holder: nothing but `kept`, where there is any of it, which without a credential leads to no phone.
 * `not-this-phone` where the credential is another phone's.
 */
export const NoExport = exact({
  held: oneOf(['nothing-more', 'not-this-phone']),
  kept: Type.Array(oneOf(keptByLaw)),
});
export type NoExport = Static<typeof NoExport>;

/** Receipts of checks are not among it: the phone alone knows which are its own. */
export const ExportAnswer = exact({
  own: OwnData,
  authority: Type.Union([SealedExport, NoExport]),
  serverTime: TimeSchema,
});
export type ExportAnswer = Static<typeof ExportAnswer>;

/** Refusals: receipt-key-refused, authority-unavailable, too-many-requests. */
export const exportAllCall = {
  method: 'POST',
  path: '/holder/v1/export',
  summary: 'All that is held about the holder, here and at the authority, for the live phone alone.',
  body: ExportBody,
  status: 200,
  answer: ExportAnswer,
} as const satisfies Call;

import { type Static, Type } from 'typebox';
import { ceremonyNames } from '../../ceremonies.ts';
import { idPattern } from '../../ids.ts';
import { Base64urlSchema, CompactSchema, exact, LevelSchema, oneOf, RpIdSchema } from '../schema.ts';

/** What a check may have ended with by a verdict. `pass` and `level`, or `fail`, are all that its RP was told. */
export const receiptOutcomes = ['pass', 'fail'] as const;

/**
 * Claims of a receipt (JWS ES256, typ `lz-receipt+jwt`, kid of a `sign` key of the key list): what one holder keeps of one session.
 * Where nobody but the holder asked, what says who asks is empty.
 */
export const ReceiptClaims = exact({
  iss: Type.String(),
  /** When the authority decided, seconds since the epoch. */
  iat: Type.Integer(),
  sandbox: Type.Boolean(),
  ceremony: oneOf(ceremonyNames),
  /** Its short form is the reference that phone and counter both showed (`referenceOf`). */
  sessionId: Type.String({ pattern: idPattern.ses }),
  rpId: Type.String(),
  rpName: Type.String(),
  counterId: Type.String(),
  counterName: Type.String(),
  place: Type.String(),
  scene: Type.String(),
  purpose: Type.String(),
  level: LevelSchema,
  outcome: oneOf(receiptOutcomes),
  /**
   * Where it was a ward's face: by which delegation. The guardian's device keeps it, and the ward has a copy: it is never one of the guardian's own checks.
   */
  ward: Type.Optional(Type.String({ pattern: idPattern.del })),
  /** With these a log proves, to whoever is shown the receipt, that this session was (shared/receipt/README.md). */
  salt: Base64urlSchema(22, 22),
  leaf: Base64urlSchema(43, 43),
  /** A JWS of its own, typ `lz-report+jwt`: where a counter passed somebody and may have wanted more all the same. Never in a ward's copy: it is used once. */
  report: Type.Optional(CompactSchema),
});
export type ReceiptClaims = Static<typeof ReceiptClaims>;

/**
 * Claims of what a holder reports by (JWS ES256, typ `lz-report+jwt`). It is shown without the receipt, and so says of the session
 * nothing but where and on which day it was.
 */
export const ReportClaims = exact({
  iss: Type.String(),
  sandbox: Type.Boolean(),
  rpId: RpIdSchema,
  /** By the calendar of China. */
  day: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }),
  /** 128 random bits that stand nowhere else. */
  nullifier: Base64urlSchema(22, 22),
});
export type ReportClaims = Static<typeof ReportClaims>;

/** A receipt that its device alone opens. All are of one length. */
export const SealedBytes = Base64urlSchema(4160, 4160);

/** The same, and the leaf that it says of itself: all that leaves the authority. */
export const SealedReceipt = exact({ sealed: SealedBytes, leaf: Base64urlSchema(43, 43) });
export type SealedReceipt = Static<typeof SealedReceipt>;

/** One for each way in which the session may still end by this verdict: a pass fails all the same without the counter word. */
export const SealedEnds = exact({ pass: Type.Optional(SealedReceipt), fail: SealedReceipt });
export type SealedEnds = Static<typeof SealedEnds>;

/** Those for the device that was asked, where it keeps receipts, and those for a ward, each with a salt and so with a leaf of its own. */
export const SealedReceipts = exact({
  ...Type.Partial(SealedEnds).properties,
  copy: Type.Optional(SealedEnds),
});
export type SealedReceipts = Static<typeof SealedReceipts>;

/**
 * Of a pass by card: the receipt, for the phone that has the credential, by the key that this phone stated last. It comes without its leaf, which a
 * log would show beside the hour; the phone finds it inside.
 */
export const ReceiptForPhone = exact({ forPhone: SealedBytes });
export type ReceiptForPhone = Static<typeof ReceiptForPhone>;

import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase64url } from '../bytes/base64url.ts';
import { lengthPrefixed } from '../bytes/length-prefixed.ts';
import type { Doubt, RaiseDecision } from './decision.ts';
import type { Evidence } from './decision-hash.ts';

/** A case as it stands on the screen of who decides it. */
export interface Reviewed {
  caseId: string;
  reference: string;
  cause: string;
  /** Epoch milliseconds. */
  decidedAt: number;
  decision: RaiseDecision;
  cardRead: string;
  evidence: readonly Evidence[];
}

/**
 * The 32 bytes that a passkey signs as its challenge where an officer decides a case of another's: the decision, and all that the officer reads of the case. Page and
 * authority compute them each from what they have, so that nobody confirms another case than the one on the screen.
 * @param of.salt 32 random bytes of the authority, base64url, good for one assertion
 * @throws RangeError where the salt is not base64url
 */
export function reviewHash(of: {
  reviewed: Reviewed;
  shiftId: string;
  salt: string;
  outcome: 'confirm' | 'contest';
  doubt?: Doubt | undefined;
}): Uint8Array {
  const { caseId, reference, cause, decidedAt, decision, cardRead, evidence } = of.reviewed;
  const { outcome, cardGenuine, faceUnnatural, doubt, exception } = decision;
  return sha256(
    lengthPrefixed([
      'liangzheng officer review 2',
      ...[caseId, of.shiftId, decodeBase64url(of.salt), of.outcome, of.doubt ?? ''],
      ...[reference, cause, String(decidedAt), cardRead],
      ...[outcome, cardGenuine ? 'genuine' : 'not-genuine', faceUnnatural ? 'unnatural' : 'natural'],
      ...[doubt ?? '', exception ?? ''],
      ...evidence.map(({ kind, digest }) => `${kind} ${digest}`).sort(),
    ]),
  );
}

import { sha256 } from '@noble/hashes/sha2.js';
import { decodeBase64url } from '../bytes/base64url.ts';
import { lengthPrefixed } from '../bytes/length-prefixed.ts';
import type { SampleKind } from '../challenge.ts';
import type { RaiseDecision } from './decision.ts';

/** A sample that has come: the SHA-256 (base64url) of its envelope. */
export interface Evidence {
  kind: SampleKind;
  digest: string;
}

/**
 * The 32 bytes that an officer's passkey signs as its challenge: this decision, on this session and attempt, of this shift, over exactly these
 * sealed samples. The officer's page computes them from what is on its screen and refuses to sign others; the authority computes them
 * from what it has.
 * @param of.salt 32 random bytes of the authority, base64url, good for one assertion
 * @throws RangeError where nonce or salt are not base64url
 */
export function decisionHash(of: {
  sessionId: string;
  challengeId: string;
  nonce: string;
  shiftId: string;
  salt: string;
  decision: RaiseDecision;
  evidence: readonly Evidence[];
}): Uint8Array {
  const { outcome, cardGenuine, faceUnnatural, doubt, exception } = of.decision;
  const samples = of.evidence.map(({ kind, digest }) => `${kind} ${digest}`).sort();
  return sha256(
    lengthPrefixed([
      'liangzheng officer decision 1',
      ...[of.sessionId, of.challengeId, decodeBase64url(of.nonce), of.shiftId, decodeBase64url(of.salt)],
      ...[outcome, cardGenuine ? 'genuine' : 'not-genuine', faceUnnatural ? 'unnatural' : 'natural'],
      ...[doubt ?? '', exception ?? '', ...samples],
    ]),
  );
}

import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { Base64urlSchema, type Call, exact, TimeSchema } from '../schema.ts';

/** What `wx.startSoterAuthentication` gave: the JSON that the secure part of the phone signed, as it came, and the signature, base64. */
export const SoterProof = exact({
  json: Type.String({ minLength: 2, maxLength: limits.soterJson }),
  signature: Type.String({ pattern: '^[A-Za-z0-9+/]+={0,2}$', maxLength: limits.soterSignature }),
});
export type SoterProof = Static<typeof SoterProof>;

export const SoterChallengeAnswer = exact({ challenge: Base64urlSchema(43, 43), expiresAt: TimeSchema });
export type SoterChallengeAnswer = Static<typeof SoterChallengeAnswer>;

export const soterChallengeCall = {
  method: 'POST',
  path: '/holder/v1/login/soter',
  summary:
    'What the secure part of a phone signs at its login, once, for the device key whose proof came with this call.',
  status: 201,
  answer: SoterChallengeAnswer,
} as const satisfies Call;

import { type Static, Type } from 'typebox';
import { sampleKinds, sealedKinds } from '../../challenge.ts';
import { idPattern } from '../../ids.ts';
import { type Call, exact, oneOf } from '../schema.ts';

export const AuthoritySampleAnswer = exact({ awaited: Type.Array(oneOf(sampleKinds)) });
export type AuthoritySampleAnswer = Static<typeof AuthoritySampleAnswer>;

/**
 * The same envelope again is answered like the first time. The header `Sample-Word` comes along as the device sent it. Refusals come as problem
 * details with the codes sample-refused (it does not open for this challenge, or the device that is to bring it has not said that it sealed it),
 * sample-not-awaited or challenge-expired.
 */
export const authoritySampleCall = {
  method: 'PUT',
  path: '/v1/challenges/:challengeId/samples/:kind',
  summary:
    'One SEAL/1 envelope, application/octet-stream. The verdict is worked on when the last one has come.',
  params: exact({ challengeId: Type.String({ pattern: idPattern.chl }), kind: oneOf(sealedKinds) }),
  status: 202,
  answer: AuthoritySampleAnswer,
} as const satisfies Call;

import { Type } from 'typebox';
import { idPattern } from '../../ids.ts';
import { type Call, exact } from '../schema.ts';
import { authorityVerdictCall } from './07-verdict.ts';

/**
 * Whoever waits no longer asks this last: afterwards there is a verdict, which is told now and stands, or there never will be one. A
 * failure that is found later still counts for the lock. 404 where the challenge is not known, or not known any more.
 */
export const authorityEndCall = {
  method: 'POST',
  path: '/v1/challenges/:challengeId/end',
  summary:
    'Nobody waits for this challenge any more: the verdict where there is one, else 204, and none will come.',
  params: exact({ challengeId: Type.String({ pattern: idPattern.chl }) }),
  status: 200,
  answer: authorityVerdictCall.answer,
} as const satisfies Call;

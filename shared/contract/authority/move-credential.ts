import { type Static, Type } from 'typebox';
import { idPattern } from '../../ids.ts';
import { type Call, exact, oneOf, TimeSchema } from '../schema.ts';

/**
 * What the BFF tells of a credential: what a holder did from a login, without a face, and that a dispute was dismissed. Nothing that
 * makes a credential usable is told: that the authority decides itself. `take-over-unsecured`: by a phone without the secure key that
 * the former one had. `erase`, also of what is void: all that is held of it is deleted. `withdraw-voice`: the reference of the voice is.
 */
export const toldMoves = [
  'freeze',
  'report-phone',
  'report-card',
  'take-over',
  'take-over-unsecured',
  'dispute',
  'release',
  'erase',
  'withdraw-voice',
] as const;
export type ToldMove = (typeof toldMoves)[number];

/** `at`: when it happened; the authority counts from then, and from no later moment than now. */
export const MoveBody = exact({ move: oneOf(toldMoves), at: TimeSchema });
export type MoveBody = Static<typeof MoveBody>;

export const authorityMoveCall = {
  method: 'POST',
  path: '/v1/credentials/:handle/moves',
  summary:
    'What became of a credential at its phone: it counts at once, for checks in flight too. 204, also where it was so before or is void.',
  params: exact({ handle: Type.String({ pattern: idPattern.crd }) }),
  body: MoveBody,
  status: 204,
  answer: Type.Null(),
} as const satisfies Call;

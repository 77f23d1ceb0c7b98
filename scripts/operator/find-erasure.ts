import { readErasureCall } from '../../shared/contract/operator/erasures.ts';
import { asId, idPattern } from '../../shared/ids.ts';
import { askOperator } from '../program/ask-operator.ts';
import { readOperatorToken } from '../program/operator-token.ts';
import type { Place, Say } from './place.ts';

/** Prints what became of an erasure, by the number of its receipt. @throws Error in a sentence */
export async function findErasure({ data, bffUrl }: Place, number: string, say: Say): Promise<void> {
  if (!new RegExp(idPattern.ers).test(number))
    throw new Error('The number of an erasure begins with ers_ and stands on its receipt.');
  const known = readOperatorToken(data, bffUrl === undefined ? {} : { bffUrl });
  if (known === undefined)
    throw new Error('There is no token of an operator here. Get one by `npm run operator -- token`.');
  const { erasureId, day, state } = await askOperator(known, readErasureCall, {
    params: { erasureId: asId('ers', number) },
  });
  const end = state === 'done' ? 'erased, at the authority too' : 'erased here; the authority is being told';
  say(`${erasureId}  ${day}  ${end}`);
}

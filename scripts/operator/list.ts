import { listOperatorsCall } from '../../shared/contract/operator/operators.ts';
import { askOperator } from '../program/ask-operator.ts';
import { readOperatorToken } from '../program/operator-token.ts';
import type { Place, Say } from './place.ts';

/** Prints who is an operator, and who was one. @throws Error in a sentence */
export async function listByCommand({ data, bffUrl }: Place, say: Say): Promise<void> {
  const known = readOperatorToken(data, bffUrl === undefined ? {} : { bffUrl });
  if (known === undefined)
    throw new Error('There is no token of an operator here. Get one by `npm run operator -- token`.');
  const { operators } = await askOperator(known, listOperatorsCall);
  for (const { operatorId, name, passkeys, revokedAt } of operators)
    say(`${operatorId}  ${name}  ${revokedAt === undefined ? `${passkeys} passkeys` : 'revoked'}`);
}

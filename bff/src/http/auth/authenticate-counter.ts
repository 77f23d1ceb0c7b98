import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { Problem } from '../../../../shared/problem.ts';
import type { CounterCaller } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Counter, CounterKey } from '../../ports/registry.ts';
import { take } from '../../quota/take.ts';
import { readToken, type VerifyToken } from './read-token.ts';

const claims = Compile(
  Type.Object({
    ...{ sub: Type.String(), rp: Type.String(), key: Type.String(), exp: Type.Integer() },
    page: Type.Optional(Type.Object({ id: Type.String(), origin: Type.String() })),
  }),
);

/** Who calls, from which pages it may, and until when the token is good, epoch milliseconds. */
export interface AuthenticatedCounter {
  caller: CounterCaller;
  origins: readonly string[];
  /** The key that got the token. */
  key: CounterKey;
  /** Of a page token: its id, and the one origin that it counts from. */
  page?: { id: string; origin: string };
  until: number;
  quotas: Pick<Counter, 'quotas' | 'rpQuotas'>;
  /** The same, asked anew: until when, and 0 where the counter or the key that got the token counts no more. */
  stillUntil(): Promise<number>;
}

/**
 * Tells which counter calls by its access token (RFC 6750). A counter that is no longer registered is nobody, and a token ends with the
 * key that got it; a page token with its origin too.
 * @throws Problem token-missing, token-invalid, too-many-requests
 */
export async function authenticateCounter(
  ports: Ports,
  verify: VerifyToken,
  authorization: string | undefined,
): Promise<AuthenticatedCounter> {
  const said = readToken(authorization, 'Bearer', verify).claims;
  if (!claims.Check(said) || said.exp * 1000 <= ports.now()) throw new Problem('token-invalid');
  const ends = said.exp * 1000;
  const find = async () => {
    const counter = await ports.registry.counter(said.sub);
    const key = counter?.keys.find(({ kid }) => kid === said.key);
    if (counter === undefined || counter.rpId !== said.rp || key === undefined) return undefined;
    if (said.page !== undefined && !counter.origins?.includes(said.page.origin)) return undefined;
    return { counter, key, until: Math.min(ends, key.until ?? ends) };
  };
  const found = await find();
  if (found === undefined) throw new Problem('token-invalid');
  const { id: counterId, rpId, quotas, rpQuotas } = found.counter;
  await take(ports, [
    { quota: 'calls-by-counter', subject: counterId, amount: quotas?.calls },
    { quota: 'calls-by-rp', subject: rpId, amount: rpQuotas?.calls },
  ]);
  return {
    caller: { rpId, counterId, ...(said.page && { ownSessionsOnly: true }) },
    origins: found.counter.origins ?? [],
    key: found.key,
    ...(said.page && { page: said.page }),
    until: found.until,
    quotas: { ...(quotas && { quotas }), ...(rpQuotas && { rpQuotas }) },
    stillUntil: async () => (await find())?.until ?? 0,
  };
}

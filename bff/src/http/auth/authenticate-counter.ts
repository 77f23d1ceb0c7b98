import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { asId } from '../../../../shared/ids.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { CounterCaller } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import { take } from '../../quota/take.ts';
import { readToken, type VerifyToken } from './read-token.ts';

const claims = Compile(Type.Object({ sub: Type.String(), rp: Type.String(), exp: Type.Integer() }));

/** Who calls, from which pages it may, and until when the token is good, epoch milliseconds. */
export interface AuthenticatedCounter {
  caller: CounterCaller;
  origins: readonly string[];
  until: number;
}

/**
 * Tells which counter calls by its access token (RFC 6750). A counter that is no longer registered is nobody.
 * @throws Problem token-missing, token-invalid, too-many-requests
 */
export async function authenticateCounter(
  ports: Ports,
  verify: VerifyToken,
  authorization: string | undefined,
): Promise<AuthenticatedCounter> {
  const said = readToken(authorization, 'Bearer', verify).claims;
  if (!claims.Check(said) || said.exp * 1000 <= ports.now()) throw new Problem('token-invalid');
  const counter = await ports.registry.counter(said.sub);
  if (counter === undefined || counter.rpId !== said.rp) throw new Problem('token-invalid');
  await take(ports, [
    { quota: 'calls-by-counter', subject: counter.id },
    { quota: 'calls-by-rp', subject: counter.rpId },
  ]);
  return {
    caller: { rpId: counter.rpId, counterId: asId('cnt', counter.id) },
    origins: counter.origins ?? [],
    until: said.exp * 1000,
  };
}

import type { TokenAnswer } from '../../../shared/contract/access/token.ts';
import * as limits from '../../../shared/limits.ts';
import type { SignToken } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import type { Counter, CounterKey } from '../ports/registry.ts';

/**
 * Gives a counter, who has been recognised by one of its keys, its access token. The key stands in it: the token ends with it.
 */
export function counterToken(
  ports: Ports,
  counter: Pick<Counter, 'id' | 'rpId'>,
  key: Pick<CounterKey, 'kid'>,
  sign: SignToken,
): TokenAnswer {
  ports.tally({ event: 'counter-token-issued', rpId: counter.rpId, counterId: counter.id });
  const iat = Math.floor(ports.now() / 1000);
  const lifetime = limits.rpTokenLifetime / 1000;
  return {
    access_token: sign({ sub: counter.id, rp: counter.rpId, key: key.kid, iat, exp: iat + lifetime }),
    token_type: 'Bearer',
    expires_in: lifetime,
  };
}

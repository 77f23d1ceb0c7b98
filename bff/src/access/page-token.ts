import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { PageTokenAnswer } from '../../../shared/contract/access/page-token.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { CounterCaller, SignToken } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';

/** A counter that asks for itself: the key that got its token, until when that counts, and where its pages may stand. */
export interface Issuing {
  caller: CounterCaller;
  key: string;
  keyUntil: number | undefined;
  origins: readonly string[];
}

/**
 * Gives a counter a token for one page of its own. It is bound to the origin and to the key that asked, has an id of its own, by which
 * its one stream is counted, and ends after `limits.pageTokenLifetime` at the latest.
 * @throws Problem origin-not-allowed, too-many-requests
 */
export async function issuePageToken(
  ports: Ports,
  { caller: { counterId, rpId }, key, keyUntil, origins }: Issuing,
  origin: string,
  sign: SignToken,
): Promise<PageTokenAnswer> {
  if (!origins.includes(origin)) throw new Problem('origin-not-allowed');
  await take(ports, [{ quota: 'page-tokens-by-counter', subject: counterId }]);
  const iat = Math.floor(ports.now() / 1000);
  const exp = Math.floor(
    Math.min(iat * 1000 + limits.pageTokenLifetime, keyUntil ?? Number.POSITIVE_INFINITY) / 1000,
  );
  const id = encodeBase64url(ports.random(limits.pageTokenIdBytes));
  ports.tally({ event: 'counter-token-issued', rpId, counterId });
  return {
    pageToken: sign({ sub: counterId, rp: rpId, key, page: { id, origin }, iat, exp }),
    origin,
    expiresAt: exp * 1000,
  };
}

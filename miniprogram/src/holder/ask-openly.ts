import { encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import * as limits from '../../../shared/limits.ts';
import type { Guard } from './guards.ts';
import type { Holder } from './holder.ts';
import { HolderProblem } from './holder-problem.ts';
import { patiently } from './patiently.ts';
import { parseAnswer, valueIn } from './read-answer.ts';

/**
 * One call that does not say which phone it comes from: without the access token, without a proof by the device key, without cookies.
 * `asked` must be safe to repeat. @throws HolderProblem with the BFF's code, network-failed, answer-unreadable
 */
export async function askOpenly<T>(
  { platform, bffUrl }: Pick<Holder, 'platform' | 'bffUrl'>,
  { path, body, guard }: { path: string; body: object; guard: Guard<T> },
): Promise<T> {
  return await patiently(platform.clock, async () => {
    const answer = await platform
      .request({
        method: 'POST',
        url: bffUrl + path,
        headers: { accept: 'application/json', 'content-type': 'application/json' },
        body: encodeUtf8(JSON.stringify(body)),
        timeout: limits.phoneRequestTimeout,
      })
      .catch((cause: unknown) => {
        throw new HolderProblem('network-failed', { cause });
      });
    return valueIn(answer, parseAnswer(answer), guard);
  });
}

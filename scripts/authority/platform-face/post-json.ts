import { Agent, request } from 'undici';
import { Problem } from '../../../shared/problem.ts';

/** A phone waits, and the BFF a little longer than this. */
export const platformTimeout = 5000;
/** The largest documented answer is below 1 KB. */
const agent = new Agent({ maxResponseSize: 16 * 1024, connect: { timeout: 3000 } });

/**
 * Posts JSON to a platform; gives what a 200 answer holds. The cause of the problem names the kind of fault and nothing
 * of the request, which holds a name, a number and a token.
 * @throws Problem platform-unavailable
 */
export async function postJson(url: URL, body: object, timeout = platformTimeout): Promise<unknown> {
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(timeout),
    });
    if (answer.statusCode === 200) return JSON.parse(await answer.body.text());
    await answer.body.dump();
    throw platformUnavailable(`status ${answer.statusCode}`);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw platformUnavailable(error instanceof Error ? error.name : 'unknown');
  }
}

export function platformUnavailable(why: string): Problem {
  return new Problem('platform-unavailable', { cause: new Error(`the face verifier: ${why}`) });
}

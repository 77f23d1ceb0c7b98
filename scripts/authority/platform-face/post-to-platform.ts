import { Agent, request } from 'undici';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';

const agent = new Agent({
  maxResponseSize: limits.platformFaceAnswer,
  connect: { timeout: limits.connectTimeout },
});

/**
 * Posts a form or JSON to a platform; gives the text of a 200 answer. The cause of the problem names the kind of fault and
 * nothing of the request, which holds a name, a number and a token.
 * @param timeout milliseconds
 * @throws Problem platform-unavailable
 */
export async function postToPlatform(
  url: URL,
  body: URLSearchParams | object,
  timeout: number = limits.platformFaceTimeout,
): Promise<string> {
  const isForm = body instanceof URLSearchParams;
  const type = isForm ? 'application/x-www-form-urlencoded;charset=utf-8' : 'application/json';
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method: 'POST',
      headers: { 'content-type': type },
      body: isForm ? body.toString() : JSON.stringify(body),
      signal: AbortSignal.timeout(timeout),
    });
    if (answer.statusCode === 200) return await answer.body.text();
    await answer.body.dump();
    throw platformUnavailable(`status ${answer.statusCode}`);
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw platformUnavailable(error instanceof Error ? error.name : 'unknown');
  }
}

/** The same for an answer that is JSON. @throws Problem platform-unavailable */
export async function postJson(url: URL, body: object, timeout?: number): Promise<unknown> {
  const text = await postToPlatform(url, body, timeout);
  try {
    return JSON.parse(text);
  } catch {
    throw platformUnavailable('the answer is no JSON');
  }
}

export function platformUnavailable(why: string): Problem {
  return new Problem('platform-unavailable', { cause: new Error(`the face verifier: ${why}`) });
}

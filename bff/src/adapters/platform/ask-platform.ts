import { Agent, request } from 'undici';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import { currentCall, traceHeaders } from '../../ports/current-call.ts';

const agent = new Agent({
  connections: limits.platformConnections,
  maxResponseSize: limits.platformAnswer,
  connect: { timeout: limits.connectTimeout },
});

/**
 * One call of a platform's API, with a form or with JSON where there is a body; gives the text of a 200 answer.
 * The causes of the problem name the kind of fault and nothing of the request, which holds the operator's secrets and the code.
 * @throws Problem platform-unavailable
 */
export async function askPlatform(url: URL, body?: URLSearchParams | object): Promise<string> {
  const isForm = body instanceof URLSearchParams;
  const type = isForm ? 'application/x-www-form-urlencoded;charset=utf-8' : 'application/json';
  try {
    const answer = await request(url, {
      dispatcher: agent,
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...traceOfOurs(), ...(body === undefined ? {} : { 'content-type': type }) },
      body: body === undefined ? null : isForm ? body.toString() : JSON.stringify(body),
      signal: AbortSignal.timeout(limits.platformCallTimeout),
    });
    if (answer.statusCode === 200) return await answer.body.text();
    await answer.body.dump();
    throw platformUnavailable(`status ${answer.statusCode}`);
  } catch (error) {
    if (error instanceof Problem) throw error;
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreachable';
    throw platformUnavailable(code);
  }
}

/** A platform joins the trace, but is not handed what others added to it on the way here. */
function traceOfOurs(): Record<string, string> {
  const trace = currentCall()?.trace;
  return traceHeaders(trace && { ...trace, state: undefined });
}

export function platformUnavailable(why: string): Problem {
  return new Problem('platform-unavailable', { cause: new Error(`the platform: ${why}`) });
}

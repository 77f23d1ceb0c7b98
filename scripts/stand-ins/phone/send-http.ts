import type { HttpAnswer, HttpRequest } from '../../../miniprogram/src/platform/platform.ts';

/** The port's request over real HTTP. */
export async function sendHttp({ method, url, headers, body, timeout }: HttpRequest): Promise<HttpAnswer> {
  const answer = await fetch(url, {
    method,
    headers,
    signal: AbortSignal.timeout(timeout),
    ...(body === undefined ? {} : { body: Buffer.from(body) }),
  });
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: new Uint8Array(await answer.arrayBuffer()),
  };
}

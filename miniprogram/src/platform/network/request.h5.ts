import type { HttpAnswer, HttpRequest } from '../platform.ts';

/** One request by the browser; rejects when nothing has come after `timeout`. */
export async function request(asked: HttpRequest): Promise<HttpAnswer> {
  const { method, url, headers, body, timeout, cookies, outlives } = asked;
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), timeout);
  try {
    const answer = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body: body.slice() }),
      cache: 'no-store',
      credentials: cookies ? 'same-origin' : 'omit',
      keepalive: outlives === true,
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: giveUp.signal,
    });
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: new Uint8Array(await answer.arrayBuffer()),
    };
  } finally {
    clearTimeout(timer);
  }
}

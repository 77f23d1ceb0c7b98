import { isProblem } from './guards.ts';
import { Refused, Unreachable } from './refused.ts';

export type Fetch = typeof globalThis.fetch;

export interface HttpCall {
  method: string;
  url: string;
  headers?: Record<string, string>;
  body?: BodyInit;
  signal?: AbortSignal | undefined;
  /** Milliseconds until it is given up; a quarter of a minute where absent. */
  patience?: number;
  /** Told of each answer, whatever it says. */
  heard?: (answer: Response) => void;
}

const patience = 15_000;

/**
 * The answer to one call, of the form that was agreed.
 * @throws Refused, Unreachable, and the reason of `signal`
 */
export async function readAnswer<T>(
  fetch: Fetch,
  call: HttpCall,
  is: (value: unknown) => value is T,
): Promise<T> {
  const answer = await send(fetch, call, AbortSignal.timeout(call.patience ?? patience));
  const value: unknown = await answer.json().catch(() => undefined);
  call.signal?.throwIfAborted();
  if (is(value)) return value;
  throw new Unreachable(`${call.method} ${placeOf(call.url)}: an answer of another form`);
}

/** The answer before it is read. Redirects are not followed. @throws as `readAnswer` */
export async function send(fetch: Fetch, call: HttpCall, until?: AbortSignal): Promise<Response> {
  const { method, url, headers = {}, body, signal } = call;
  const signals = [signal, until].filter((each) => each !== undefined);
  const where = `${method} ${placeOf(url)}`;
  const init: RequestInit = {
    ...{ method, body: body ?? null, headers: { 'accept-language': 'en', ...headers } },
    redirect: 'error',
    signal: AbortSignal.any(signals),
  };
  const answer = await fetch(url, init).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new Unreachable(`${where}: nobody answers`, { cause });
  });
  call.heard?.(answer);
  if (answer.ok) return answer;
  const said: unknown = await answer.json().catch(() => undefined);
  signal?.throwIfAborted();
  const retryAfter = readRetryAfter(answer.headers.get('retry-after'));
  if (!isProblem(said)) throw new Unreachable(`${where}: status ${answer.status}`, { retryAfter });
  throw new Refused(said, retryAfter);
}

/** Seconds until what a `Retry-After` names, a number of them or a date (RFC 9110, section 10.2.3). */
function readRetryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^[0-9]{1,9}$/.test(header)) return Number(header);
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, (date - Date.now()) / 1000);
}

/** Without the query, where cursors stand. */
function placeOf(url: string): string {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

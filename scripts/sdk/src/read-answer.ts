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
  throw new Unreachable(`${call.method} ${new URL(call.url).pathname}: an answer of another form`);
}

/** The answer before it is read. Redirects are not followed. @throws as `readAnswer` */
export async function send(fetch: Fetch, call: HttpCall, until?: AbortSignal): Promise<Response> {
  const { method, url, headers = {}, body, signal } = call;
  const signals = [signal, until].filter((each) => each !== undefined);
  const where = `${method} ${new URL(url).pathname}`;
  const init: RequestInit = { method, headers, redirect: 'error', signal: AbortSignal.any(signals) };
  const answer = await fetch(url, body === undefined ? init : { ...init, body }).catch((cause: unknown) => {
    signal?.throwIfAborted();
    throw new Unreachable(`${where}: nobody answers`, { cause });
  });
  call.heard?.(answer);
  if (answer.ok) return answer;
  const said: unknown = await answer.json().catch(() => undefined);
  signal?.throwIfAborted();
  if (!isProblem(said)) throw new Unreachable(`${where}: status ${answer.status}`);
  const wait = Number(answer.headers.get('retry-after') ?? Number.NaN);
  throw new Refused(said, Number.isFinite(wait) ? wait : undefined);
}

/** A call that was refused, in words for the clerk. `status` 0: nobody was reached. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  /** The stable code of the problem; empty where there was none. */
  readonly code: string;
  /** How long the server asked to wait, milliseconds. */
  readonly retryAfter: number | undefined;

  constructor(
    status: number,
    words = '',
    { code = '', retryAfter }: { code?: string; retryAfter?: number } = {},
  ) {
    super(words);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }

  /** What an answer refuses, by its problem (RFC 9457) where it has one. */
  static async by(answer: Response): Promise<Refused> {
    const problem: unknown = await answer.json().catch(() => undefined);
    const said = (name: string) => {
      const value: unknown =
        typeof problem === 'object' && problem !== null ? Reflect.get(problem, name) : undefined;
      return typeof value === 'string' ? value : '';
    };
    const seconds = Number.parseInt(answer.headers.get('retry-after') ?? '', 10);
    return new Refused(answer.status, said('title') || String(answer.status), {
      code: said('code'),
      ...(Number.isNaN(seconds) ? {} : { retryAfter: seconds * 1000 }),
    });
  }
}

/** Sends a request. @throws Refused where it was refused or nobody was reached */
export async function sendCall(path: string, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (init.body !== undefined) headers.set('content-type', 'application/json');
  const answer = await fetch(path, { ...init, headers }).catch(() => {
    throw new Refused(0);
  });
  if (!answer.ok) throw await Refused.by(answer);
  return answer;
}

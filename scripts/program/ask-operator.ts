import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { actions } from '../../shared/actions.ts';
import { ProblemDetails } from '../../shared/contract/problem.ts';
import type { Call } from '../../shared/contract/schema.ts';

/** A running BFF, and by what it is asked: calls that open something for an operator take no token. */
export interface Asking {
  bffUrl: string;
  token?: string | undefined;
  /** The registrar's own, which goes along with the calls that take one. */
  registrarToken?: string | undefined;
}

/** What a call of the operator API takes besides its tokens. */
export interface Asked {
  params?: Record<string, string>;
  query?: Record<string, string | number>;
  body?: object;
}

/** What the BFF said instead: `code` is of the closed list of errors. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;
  /** Seconds to wait, where it says. */
  readonly retryAfter: number | undefined;

  constructor(code: string, sentence: string, retryAfter?: number) {
    super(sentence);
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/**
 * Makes a call of the operator API.
 * @throws Refused; the fault of `fetch` where nobody is reached; Error in a sentence where something else answers
 */
export async function askOperator<C extends Call>(
  { bffUrl, token, registrarToken }: Asking,
  call: C,
  asked: Asked = {},
): Promise<Static<C['answer']>> {
  const { body } = asked;
  const answer = await fetch(bffUrl + addressOf(call, asked), {
    method: call.method,
    headers: {
      'accept-language': 'en',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(call.registrar && registrarToken !== undefined ? { 'registrar-token': registrarToken } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const said: unknown = await answer.json().catch(() => undefined);
  if (answer.ok && Value.Check<C['answer']>(call.answer, said)) return said;
  if (!Value.Check(ProblemDetails, said))
    throw new Error(
      `${bffUrl} answered something else than was asked for (${answer.status}): is that the BFF?`,
    );
  const wait = answer.headers.get('retry-after');
  const sentence = `${said.detail} ${actions[said.action].en} (${said.code}, ${said.traceId})`;
  throw new Refused(said.code, sentence, wait === null ? undefined : Number(wait));
}

function addressOf({ path }: Call, { params = {}, query = {} }: Asked): string {
  const filled = path.replaceAll(/:([A-Za-z]+)/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  );
  const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
  return search.size === 0 ? filled : `${filled}?${search}`;
}

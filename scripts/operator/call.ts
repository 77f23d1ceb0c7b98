import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { actions } from '../../shared/actions.ts';
import { ProblemDetails } from '../../shared/contract/problem.ts';
import type { Call } from '../../shared/contract/schema.ts';

/** Where the command works: the data folder, and the BFF that was named. */
export interface Place {
  data: string;
  bffUrl?: string;
}

/** Prints a line for whoever sits at the terminal. */
export type Say = (line: string) => void;

/**
 * Makes a call of the operator API that has no parameters.
 * @throws Error in a sentence that says what to do, where it is refused or nobody is reached
 */
export async function call<C extends Call>(
  { bffUrl, token }: { bffUrl: string; token?: string },
  made: C,
  body?: object,
): Promise<Static<C['answer']>> {
  const answer = await fetch(bffUrl + made.path, {
    method: made.method,
    headers: {
      'accept-language': 'en',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new Error(`Nobody answers at ${bffUrl}. Is the BFF running there? Name another one by --bff URL.`, {
      cause,
    });
  });
  const said: unknown = await answer.json().catch(() => undefined);
  if (answer.ok && Value.Check<C['answer']>(made.answer, said)) return said;
  if (!Value.Check(ProblemDetails, said))
    throw new Error(`${bffUrl} answered something else than was asked for (${answer.status}).`);
  throw new Error(`${said.title} ${actions[said.action].en} (${said.code})`);
}

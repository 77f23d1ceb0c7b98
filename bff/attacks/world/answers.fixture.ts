import { Value } from 'typebox/value';
import { TokenProblem } from '../../../shared/contract/access/token.ts';
import { ProblemDetails } from '../../../shared/contract/problem.ts';
import { errors } from '../../../shared/errors.ts';

/** An answer of the BFF, and the stable code where it is a problem. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: unknown;
  code: string | undefined;
}

/** Refusals of this file's BFF that were no problem details of the closed list. There must be none. */
export const misshapen: string[] = [];

/** Reads an answer. */
export function readAnswer(status: number, headers: Record<string, string>, bytes: Uint8Array): Answer {
  const text = new TextDecoder().decode(bytes);
  const body: unknown = text !== '' && /json/.test(headers['content-type'] ?? '') ? JSON.parse(text) : text;
  if (status < 400) return { status, headers, body, code: undefined };
  const fits =
    /^application\/problem\+json(;|$)/.test(headers['content-type'] ?? '') &&
    (Value.Check(ProblemDetails, body) || Value.Check(TokenProblem, body)) &&
    body.status === status &&
    errors[body.code].status === status &&
    (status === 401) === (headers['www-authenticate'] !== undefined);
  if (!fits) misshapen.push(`${status} ${text}`);
  return { status, headers, body, code: fits ? body.code : 'misshapen' };
}

/** Sends a request over real HTTP. */
export async function send(url: string, init: RequestInit): Promise<Answer> {
  const answer = await fetch(url, init);
  const headers = Object.fromEntries(answer.headers);
  return readAnswer(answer.status, headers, new Uint8Array(await answer.arrayBuffer()));
}

import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';

/** A request to a service that is not ours to import: over HTTP only. */
export interface JsonCall {
  url: string;
  /** GET without a body and POST with one by default. */
  method?: 'GET' | 'POST' | 'PUT';
  headers?: Record<string, string>;
  /** Sent as JSON, or as a form where it is one. */
  body?: object;
  signal?: AbortSignal;
}

/** What a service said instead of the answer that was expected. */
export class CallProblem extends Error {
  override readonly name = 'CallProblem';
  /** The code of the problem that it answered with, or `status <number>` where it told none. */
  readonly code: string;

  constructor({ method, url }: { method: string; url: string }, code: string, said: string) {
    super(`${method} ${new URL(url).pathname}: ${code} ${said}`.trim());
    this.code = code;
  }
}

/** So much of another answer is told. */
const toldLength = 300;

/**
 * The answer of a service, if it is a success that fits the schema.
 * @throws CallProblem for every other answer, TypeError where nobody answers
 */
export async function callJson<S extends TSchema>(call: JsonCall, schema: S): Promise<Static<S>> {
  const answer = await openCall(call);
  const said = await answer.text();
  const value = parsed(said);
  if (answer.ok && Value.Check(schema, value)) return value;
  const told = memberOf(value, 'code');
  const problem = told === undefined ? said.slice(0, toldLength) : (memberOf(value, 'detail') ?? '');
  throw new CallProblem(
    { method: methodOf(call), url: call.url },
    told ?? `status ${answer.status}`,
    problem,
  );
}

/** The same request, for who reads the answer himself: a stream. */
export async function openCall(call: JsonCall): Promise<Response> {
  const { url, headers = {}, body, signal } = call;
  const isJson = body !== undefined && !(body instanceof URLSearchParams);
  return await fetch(url, {
    method: methodOf(call),
    headers: { 'accept-language': 'en', ...(isJson && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: isJson ? JSON.stringify(body) : body }),
    ...(signal && { signal }),
  });
}

function methodOf({ method, body }: JsonCall): string {
  return method ?? (body === undefined ? 'GET' : 'POST');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function memberOf(value: unknown, name: 'code' | 'detail'): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const member = new Map<string, unknown>(Object.entries(value)).get(name);
  return typeof member === 'string' ? member : undefined;
}

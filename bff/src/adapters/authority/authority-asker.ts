import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Dispatcher, Pool } from 'undici';
import type { Call } from '../../../../shared/contract/schema.ts';
import type { ErrorCode } from '../../../../shared/errors.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import { currentCall, traceHeaders } from '../../ports/current-call.ts';
import { unavailable } from './authority-answers.ts';
import type { HttpAuthorityOptions } from './http-authority.ts';
import type { Schema } from './read-signed.ts';

/**
 * Makes functions of calls of the authority, over connections of their own: each answers what the call's schema says.
 * @param passedOn the refusals that mean something to who asks; whatever else goes wrong is Problem authority-unavailable
 */
export function authorityAsker(
  options: Pick<HttpAuthorityOptions, 'url' | 'apiKey'>,
  passedOn: readonly ErrorCode[],
) {
  const { origin, pathname } = new URL(options.url);
  const prefix = pathname.replace(/\/$/, '');
  const pool = new Pool(origin, {
    maxResponseSize: limits.officerAnswer,
    connect: { timeout: limits.connectTimeout },
    connections: limits.officerConnections,
  });

  /** A function that makes the call: with the parameters of its path and its body. */
  function asker<C extends Call>(call: C) {
    const schema = compiled<C['answer']>(call.answer);
    return async (params: Record<string, string>, body?: object): Promise<Static<C['answer']>> => {
      const path = call.path.replaceAll(/:([a-zA-Z]+)/g, (_, name) => encodeURIComponent(params[name] ?? ''));
      const headers = {
        authorization: `Bearer ${options.apiKey}`,
        ...traceHeaders(currentCall()?.trace),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      };
      try {
        const answer = await pool.request({
          ...{ path: prefix + path, method: call.method, headers },
          signal: AbortSignal.timeout(limits.authorityCallTimeout),
          ...(body !== undefined && { body: JSON.stringify(body) }),
        });
        return await readBody(answer, call.status, schema);
      } catch (fault) {
        throw unavailable(fault);
      }
    };
  }

  async function readBody<Body>(
    answer: Dispatcher.ResponseData,
    status: number,
    schema: Schema<Body>,
  ): Promise<Body> {
    const body: unknown = answer.statusCode === 204 ? null : await answer.body.json();
    if (answer.statusCode === status && schema.Check(body)) return body;
    const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined;
    const known = passedOn.find((each) => each === code);
    throw known === undefined ? new Error(`the authority answered ${answer.statusCode}`) : new Problem(known);
  }

  return { asker, close: () => pool.close() };
}

function compiled<S extends TSchema>(schema: S): Schema<Static<S>> {
  const made = Compile(schema);
  return { Check: (value): value is Static<S> => made.Check(value) };
}

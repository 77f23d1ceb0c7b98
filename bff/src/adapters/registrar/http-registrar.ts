import { Compile } from 'typebox/compile';
import { type Dispatcher, Pool } from 'undici';
import type { PublicJwk } from '../../../../shared/contract/authority/keys.ts';
import { registerCounterCall, registerNameCall } from '../../../../shared/contract/authority/registrar.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Registrar } from '../../ports/registrar.ts';
import { readStatement } from './read-statement.ts';

const schemas = { registration: Compile(registerCounterCall.answer), name: Compile(registerNameCall.answer) };
const tokenForm = /^[\x21-\x7e]{8,512}$/;

export interface HttpRegistrarOptions {
  /** Where the registrar's desk of the authority listens; a path is a prefix of all its paths. */
  url: string;
  /** The pinned root. */
  root: PublicJwk;
  now: () => number;
}

/** The registrar over HTTP. Its token goes along with one call and is kept nowhere. */
export function httpRegistrar({
  url,
  root,
  now,
}: HttpRegistrarOptions): Registrar & { close(): Promise<void> } {
  const { origin, pathname } = new URL(url);
  const prefix = pathname.replace(/\/$/, '');
  const pool = new Pool(origin, {
    maxResponseSize: 2 * limits.signedText + 4096,
    connect: { timeout: limits.connectTimeout },
    connections: limits.registrarConnections,
  });

  async function ask<Body>(
    call: { path: string; status: number },
    body: object,
    token: string | undefined,
    schema: { Check(value: unknown): value is Body },
  ): Promise<Body> {
    if (token === undefined || !tokenForm.test(token)) throw new Problem('registrar-token-missing');
    try {
      const answer = await pool.request({
        path: prefix + call.path,
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
        headersTimeout: limits.authorityCallTimeout,
        bodyTimeout: limits.authorityCallTimeout,
      });
      const said = await answer.body.json();
      if (answer.statusCode === call.status && schema.Check(said)) return said;
      throw refusalOf(answer, said);
    } catch (cause) {
      throw cause instanceof Problem ? cause : new Problem('registrar-unavailable', { cause });
    }
  }

  return {
    async registerName(name, token) {
      await ask(registerNameCall, name, token, schemas.name);
    },
    register: (registrant, token) => ask(registerCounterCall, registrant, token, schemas.registration),
    read: (registration, about) => readStatement(registration, about, { root, now: now() }),
    close: () => pool.close(),
  };
}

function refusalOf({ statusCode }: Dispatcher.ResponseData, said: unknown): Problem {
  const code = typeof said === 'object' && said !== null && 'code' in said ? said.code : undefined;
  if (code === 'name-taken' || code === 'id-taken') return new Problem(code);
  const cause = new Error(`the registrar answered ${statusCode} ${typeof code === 'string' ? code : ''}`);
  return new Problem(statusCode < 500 ? 'registrar-refused' : 'registrar-unavailable', { cause });
}

import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { Call } from '../../../../shared/contract/schema.ts';
import { Refused } from './refused.ts';

type PartOf<C, Name extends string> = C extends { readonly [N in Name]: infer S extends TSchema }
  ? { readonly [N in Name]: Static<S> }
  : { readonly [N in Name]?: undefined };

/** What goes along with a call: all that its contract names. */
export type Sent<C extends Call> = PartOf<C, 'params'> & PartOf<C, 'query'> & PartOf<C, 'body'>;

let language = 'zh';
let registrarToken = '';
let signedOut = () => {};

/** In which language refusals are told from now on. */
export function askIn(wanted: string): void {
  language = wanted;
}

/** Told whenever the server knows this browser no more. */
export function onSignedOut(tell: () => void): void {
  signedOut = tell;
}

/** The authority's registrar is asked with this token, from the memory of this page alone. */
export function holdRegistrarToken(token: string): void {
  registrarToken = token;
}

/**
 * Makes a call of the operator API as its contract has it; the cookie goes along by itself.
 * @throws Refused where it was refused, nobody was reached, or the answer is not as agreed
 */
export async function call<C extends Call>(made: C, sent: Sent<C>): Promise<Static<C['answer']>> {
  const headers = new Headers({ accept: 'application/json', 'accept-language': language });
  if (sent.body !== undefined) headers.set('content-type', 'application/json');
  if (made.creates) headers.set('idempotency-key', crypto.randomUUID());
  if (made.registrar && registrarToken !== '') headers.set('registrar-token', registrarToken);
  const answer = await fetch(addressOf(made.path, sent.params, sent.query), {
    ...{ method: made.method, headers },
    ...(sent.body === undefined ? {} : { body: JSON.stringify(sent.body) }),
  }).catch(() => {
    throw Refused.here('unreachable');
  });
  if (!answer.ok) {
    const refused = await Refused.by(answer);
    if (refused.why === 'token-missing' || refused.why === 'token-invalid') signedOut();
    throw refused;
  }
  const said: unknown = await answer.json().catch(() => undefined);
  const schema: C['answer'] = made.answer;
  if (!Value.Check(schema, said)) throw Refused.here('not-understood');
  return said;
}

function addressOf(path: string, params: unknown, query: unknown): string {
  const filled = path.replaceAll(/:([A-Za-z]+)/g, (_mark, name: string) =>
    encodeURIComponent(String(memberOf(params, name))),
  );
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {}))
    if (value !== undefined) asked.set(name, String(value));
  return asked.size === 0 ? filled : `${filled}?${asked}`;
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import type { Call } from '../../../../shared/contract/schema.ts';
import { addressOf } from '../../staff/call/address-of.ts';
import { Refused } from '../../staff/call/refused.ts';
import type { Sent } from '../../staff/call/sent.ts';

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

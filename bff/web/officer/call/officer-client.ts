import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { sampleWordHeader } from '../../../../shared/contract/attempt/06-relay.ts';
import type { Call } from '../../../../shared/contract/schema.ts';
import { sampleWord } from '../../../../shared/device-word/sample-word.ts';
import type { ServerClock } from '../../desk/live/server-clock.ts';
import type { Language } from '../../kit/language.ts';
import { addressOf } from '../../staff/call/address-of.ts';
import { Refused } from '../../staff/call/refused.ts';
import type { Sent } from '../../staff/call/sent.ts';
import type { SealedAtDesk } from '../card/seal-at-desk.ts';
import type { BrowserKey } from './browser-key.ts';
import { makeProof } from './make-proof.ts';
import { signJws } from './sign-jws.ts';

/** Beside what the contract names: an envelope goes as bytes, with the word of this browser that it sealed them, and a wait can be broken off. */
interface Extra {
  sealed?: SealedAtDesk;
  signal?: AbortSignal;
}

/** Makes the calls of the officer API. */
export interface OfficerClient {
  /** @throws Refused where it was refused, nobody was reached, or the answer is not as agreed */
  call<C extends Call>(made: C, sent: Sent<C>, extra?: Extra): Promise<Static<C['answer']>>;
}

/** What stands behind each call. */
export interface Caller {
  key?: BrowserKey;
  token?: string;
  clock: ServerClock;
  language: () => Language;
  /** The authority knows this shift no more. */
  over?: () => void;
}

const overCodes: readonly string[] = ['shift-over', 'token-invalid', 'token-missing'];
/** What a proof is refused with that was dated by a wrong clock or lacks the server's nonce: it is made anew once. */
const staleCodes: readonly string[] = ['dpop-nonce-stale', 'dpop-invalid'];

let nonce: string | undefined;

/** Calls as the holder of a key and, once there is one, of a token that is bound to it. */
export function officerClient({ key, token, clock, language, over }: Caller): OfficerClient {
  async function send(
    made: Call,
    address: string,
    headers: Headers,
    body: BodyInit | undefined,
    signal: AbortSignal | undefined,
  ) {
    const asked = clock.moment();
    if (key !== undefined) {
      const url = location.origin + address;
      const now = clock.now() ?? Date.now();
      headers.set('dpop', await makeProof(key, { method: made.method, url, token, nonce, now }));
    }
    const answer = await fetch(address, {
      ...{ method: made.method, headers },
      ...(body !== undefined && { body }),
      ...(signal !== undefined && { signal }),
    }).catch(() => {
      throw Refused.here('unreachable');
    });
    nonce = answer.headers.get('dpop-nonce') ?? nonce;
    const dated = Date.parse(answer.headers.get('date') ?? '');
    if (!Number.isNaN(dated)) clock.hear(dated, 1000, asked);
    return answer.ok ? answer : await Refused.by(answer);
  }

  return {
    async call<C extends Call>(made: C, sent: Sent<C>, { sealed, signal }: Extra = {}) {
      const headers = new Headers({ accept: 'application/json', 'accept-language': language() });
      const body = sealed?.envelope ?? (sent.body === undefined ? undefined : JSON.stringify(sent.body));
      if (body !== undefined)
        headers.set('content-type', sealed === undefined ? 'application/json' : 'application/octet-stream');
      if (sealed !== undefined && key !== undefined)
        headers.set(sampleWordHeader, await signJws(key, sampleWord(key, sealed)));
      if (made.creates) headers.set('idempotency-key', crypto.randomUUID());
      if (token !== undefined) headers.set('authorization', `DPoP ${token}`);
      const address = addressOf(made.path, sent.params, sent.query);
      let answer = await send(made, address, headers, body, signal);
      if (answer instanceof Refused && staleCodes.includes(answer.why))
        answer = await send(made, address, headers, body, signal);
      if (answer instanceof Refused) {
        if (overCodes.includes(answer.why)) over?.();
        throw answer;
      }
      const said: unknown = await answer.json().catch(() => undefined);
      const schema: C['answer'] = made.answer;
      if (!Value.Check(schema, said)) throw Refused.here('not-understood');
      return said;
    },
  };
}

import { randomUUID } from 'node:crypto';
import { Value } from 'typebox/value';
import { showCode } from '../../../scripts/stand-ins/counter/show-code.ts';
import { clientAssertionType } from '../../../shared/contract/access/client-authentication.ts';
import { TokenAnswer } from '../../../shared/contract/access/token.ts';
import { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { signEs256 } from '../../../shared/jws/sign-es256.ts';
import type { Purpose, Scene } from '../../../shared/scenes.ts';
import { type Answer, send } from './answers.fixture.ts';
import { publicUrl } from './bff.fixture.ts';
import type { Clock } from './clock.fixture.ts';
import type { CounterParty } from './parties.fixture.ts';

interface Asking {
  body?: unknown;
  headers?: Record<string, string>;
  token?: string;
}

/** A counter at work: honest unless told otherwise. `url` is where the BFF listens. */
export function openCounter(counter: CounterParty, url: string, clock: Clock) {
  let kept: { token: string; until: number } | undefined;

  function assertionClaims(): Record<string, unknown> {
    const iat = Math.floor(clock.at / 1000);
    const { id } = counter;
    return { iss: id, sub: id, aud: publicUrl, jti: randomUUID(), iat, exp: iat + 60 };
  }

  /** A client assertion, but for what an attack changes. */
  function assertion(changes: { claims?: object; header?: object; key?: Uint8Array } = {}): string {
    return signEs256({
      header: { typ: 'JWT', kid: counter.key.open.kid, ...changes.header },
      payload: { ...assertionClaims(), ...changes.claims },
      privateKey: changes.key ?? counter.key.privateKey,
    });
  }

  /** @param at where another process of the BFF listens */
  function askToken(clientAssertion: string, more: string[][] = [], at = url): Promise<Answer> {
    const form = new URLSearchParams([
      ['grant_type', 'client_credentials'],
      ['client_assertion_type', clientAssertionType],
      ['client_assertion', clientAssertion],
      ...more,
    ]);
    return send(`${at}/oauth/token`, { method: 'POST', body: form });
  }

  async function token(): Promise<string> {
    if (kept !== undefined && kept.until > clock.at) return kept.token;
    const answer = Value.Parse(TokenAnswer, (await askToken(assertion())).body);
    kept = { token: answer.access_token, until: clock.at + answer.expires_in * 1000 };
    return kept.token;
  }

  async function ask(method: string, path: string, { body, headers, token: shown }: Asking = {}) {
    return send(url + path, {
      method,
      headers: {
        authorization: `Bearer ${shown ?? (await token())}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
  }

  const askSession = (body: unknown, key: string = randomUUID(), shown?: string): Promise<Answer> =>
    ask('POST', '/counter/v1/sessions', {
      body,
      headers: { 'idempotency-key': key },
      ...(shown && { token: shown }),
    });

  return {
    ...counter,
    assertionClaims,
    assertion,
    askToken,
    token,
    ask,
    askSession,
    async open(scene: Scene = 'hotel', purpose: Purpose = 'check-in'): Promise<OpenSessionAnswer> {
      return Value.Parse(OpenSessionAnswer, (await askSession({ scene, purpose })).body);
    },
    /** The clerk types what the guest said. */
    typeWord: (sessionId: string, word: string): Promise<Answer> =>
      ask('POST', `/counter/v1/sessions/${sessionId}/word`, { body: { word } }),
    /** What the counter shows now. */
    code: (session: OpenSessionAnswer) => showCode(session, 0, clock.at),
    async view(sessionId: string): Promise<CounterView> {
      return Value.Parse(CounterView, (await ask('GET', `/counter/v1/sessions/${sessionId}`)).body);
    },
  };
}

export type OpenCounter = ReturnType<typeof openCounter>;

import type { About } from '../../../shared/contract/about.ts';
import type { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { limits } from '../../../shared/limits.ts';
import type { Purpose, Scene } from '../../../shared/scenes.ts';
import type { Language } from '../kit/language.ts';

/** A counter of the sandbox, as the page offers it. */
export interface SandboxCounter {
  counterId: string;
  name: string;
  rpName: string;
  scenes: Scene[];
}

/** A call that was refused, in words for the clerk. `status` 0: nobody was reached. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;

  constructor(status: number, words: string) {
    super(words);
    this.status = status;
  }
}

/** Calls the BFF for one counter; the token is fetched when it is needed and kept in memory only. */
export interface CounterClient {
  counters(): Promise<SandboxCounter[]>;
  /** From now on this counter calls. */
  use(counterId: string): void;
  token(): Promise<string>;
  open(scene: Scene, purpose: Purpose): Promise<OpenSessionAnswer>;
  read(sessionId: string): Promise<CounterView>;
  end(sessionId: string, reason: 'staffed' | 'abandoned'): Promise<CounterView>;
  giveWord(sessionId: string, word: string): Promise<CounterView>;
  extend(sessionId: string): Promise<CounterView>;
  about(): Promise<About>;
}

export function counterClient(language: () => Language): CounterClient {
  let counterId = '';
  let held: { token: string; until: number } | undefined;

  async function send<T>(path: string, init: RequestInit = {}): Promise<T> {
    const headers = new Headers(init.headers);
    headers.set('accept-language', language());
    if (init.body !== undefined) headers.set('content-type', 'application/json');
    const answer = await fetch(path, { ...init, headers }).catch(() => {
      throw new Refused(0, '');
    });
    const said = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refused(answer.status, String(said.title ?? answer.status));
    return said;
  }

  async function token(): Promise<string> {
    if (held !== undefined && performance.now() < held.until) return held.token;
    const body = JSON.stringify({ counterId });
    const given = await send<{ access_token: string; expires_in: number }>('/counter/sandbox-token', {
      method: 'POST',
      body,
    });
    held = {
      token: given.access_token,
      until: performance.now() + given.expires_in * 1000 - limits.rpTokenMargin,
    };
    return held.token;
  }

  async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
    const as = async () => {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${await token()}`);
      return send<T>(`/counter/v1/${path}`, { ...init, headers });
    };
    try {
      return await as();
    } catch (refusal) {
      if (!(refusal instanceof Refused) || refusal.status !== 401) throw refusal;
      held = undefined;
      return await as();
    }
  }

  return {
    counters: () => send('/counter/sandbox-counters'),
    use(id) {
      if (id !== counterId) held = undefined;
      counterId = id;
    },
    token,
    open: (scene, purpose) =>
      call('sessions', {
        method: 'POST',
        body: JSON.stringify({ scene, purpose }),
        headers: { 'idempotency-key': crypto.randomUUID() },
      }),
    read: (sessionId) => call(`sessions/${sessionId}`),
    end: (sessionId, reason) =>
      call(`sessions/${sessionId}/end`, { method: 'POST', body: JSON.stringify({ reason }) }),
    giveWord: (sessionId, word) =>
      call(`sessions/${sessionId}/word`, { method: 'POST', body: JSON.stringify({ word }) }),
    extend: (sessionId) => call(`sessions/${sessionId}/extend`, { method: 'POST' }),
    about: () => send('/about'),
  };
}

import type { About } from '../../../shared/contract/about.ts';
import type { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import type { Purpose, Scene } from '../../../shared/scenes.ts';
import type { Language } from '../kit/language.ts';
import type { Access } from './access.ts';
import type { ServerClock } from './live/server-clock.ts';
import { Refused, sendCall } from './send-call.ts';

/** Calls the BFF for one counter. Each throws `Refused`. */
export interface DeskClient {
  about(): Promise<About>;
  open(scene: Scene, purpose: Purpose): Promise<OpenSessionAnswer>;
  read(sessionId: string, signal?: AbortSignal): Promise<CounterView>;
  end(sessionId: string, reason: 'staffed' | 'abandoned'): Promise<CounterView>;
  /** The three digits that the guest said. */
  giveWord(sessionId: string, word: string): Promise<CounterView>;
  extend(sessionId: string): Promise<CounterView>;
}

/**
 * @param access of the counter that calls now
 * @param clock hears the server's time from each answer
 */
export function deskClient(
  access: () => Access,
  language: () => Language,
  clock: ServerClock,
): DeskClient & { ask<T>(path: string, init?: RequestInit): Promise<T> } {
  async function ask<T>(path: string, init: RequestInit = {}): Promise<T> {
    const headers = new Headers(init.headers);
    headers.set('accept-language', language());
    const asked = clock.moment();
    const answer = await sendCall(`${access().api}${path}`, { ...init, headers });
    const said: T = await answer.json();
    const dated = Date.parse(answer.headers.get('date') ?? '');
    if (isFresh(answer) && !Number.isNaN(dated)) clock.hear(dated, 1000, asked);
    return said;
  }

  async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
    const token = access();
    const as = async () => {
      const headers = new Headers(init.headers);
      headers.set('authorization', `Bearer ${await token.get()}`);
      return ask<T>(`/counter/v1/${path}`, { ...init, headers });
    };
    try {
      return await as();
    } catch (refusal) {
      if (!(refusal instanceof Refused) || refusal.status !== 401) throw refusal;
      token.drop();
      return await as();
    }
  }

  const post = <T>(path: string, body: object, headers: Record<string, string> = {}) =>
    call<T>(path, { method: 'POST', body: JSON.stringify(body), headers });

  return {
    ask,
    about: () => ask('/about'),
    async open(scene, purpose) {
      const asked = clock.moment();
      const key = { 'idempotency-key': crypto.randomUUID() };
      const opened = await post<OpenSessionAnswer>('sessions', { scene, purpose }, key);
      clock.hear(opened.serverTime, 0, asked);
      return opened;
    },
    read: (sessionId, signal) => call(`sessions/${sessionId}`, signal === undefined ? {} : { signal }),
    end: (sessionId, reason) => post(`sessions/${sessionId}/end`, { reason }),
    giveWord: (sessionId, word) => post(`sessions/${sessionId}/word`, { word }),
    extend: (sessionId) => call(`sessions/${sessionId}/extend`, { method: 'POST' }),
  };
}

/** Whether it was made for this question: what a cache keeps has an old date. */
function isFresh({ headers }: Response): boolean {
  return headers.get('cache-control') === 'no-store';
}

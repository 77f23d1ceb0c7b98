import { randomUUID } from 'node:crypto';
import type { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import type { CounterView, ResultClaims } from '../../../shared/contract/verify/08-result.ts';
import type { Purpose, Scene } from '../../../shared/scenes.ts';
import { isCounterView, isOpenSessionAnswer } from './answers.ts';
import type { CounterSettings } from './counter-settings.ts';
import { type Arrival, eventLog } from './event-log.ts';
import { fetchToken } from './fetch-token.ts';
import { resultOpener } from './open-result.ts';
import { CounterProblem, readAnswer } from './read-answer.ts';
import { readEvents } from './read-events.ts';
import { showCode } from './show-code.ts';

/** A counter as a program: it does over HTTP what a counter page does. */
export interface Counter {
  openSession(scene: Scene, purpose: Purpose): Promise<OpenCheck>;
  readSession(sessionId: string): Promise<CounterView>;
  endSession(sessionId: string, reason: 'staffed' | 'abandoned'): Promise<CounterView>;
  /** Waits on the event stream for the end of a session. @throws Error after `milliseconds` */
  awaitEnd(sessionId: string, milliseconds: number): Promise<Arrival>;
  /** @throws Error when the token is not for this counter's RP, or not signed by its BFF */
  openResult(token: string): Promise<ResultClaims>;
  close(): void;
}

export interface OpenCheck {
  session: OpenSessionAnswer;
  /** The code of this moment, as a phone would scan it. */
  code(): string;
}

/** A token is renewed this long before it runs out. */
const renewal = 30_000;
/** Milliseconds before a stream that was cut is opened again. */
const reopening = 200;

/** Gets a token, opens the event stream and is then ready to open sessions. @throws CounterProblem */
export async function openCounter(settings: CounterSettings): Promise<Counter> {
  const log = eventLog();
  const end = new AbortController();
  let token = await fetchToken(settings);

  async function call(path: string, init: { method?: string; body?: object; accept?: string } = {}) {
    if (token.expiresAt - renewal < Date.now()) token = await fetchToken(settings);
    const { method = 'GET', body, accept = 'application/json' } = init;
    const headers: Record<string, string> = { authorization: `Bearer ${token.token}`, accept };
    if (body !== undefined) headers['content-type'] = 'application/json';
    if (body !== undefined) headers['idempotency-key'] = randomUUID();
    return await fetch(settings.bffUrl + path, {
      method,
      headers,
      signal: end.signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  }

  async function openStream(): Promise<AsyncIterable<Uint8Array>> {
    const answer = await call('/counter/v1/events', { accept: 'text/event-stream' });
    if (!answer.ok || answer.body === null) throw new CounterProblem(`status ${answer.status}`);
    return answer.body;
  }

  async function listen(first: AsyncIterable<Uint8Array>): Promise<void> {
    let stream: AsyncIterable<Uint8Array> | undefined = first;
    while (!end.signal.aborted) {
      try {
        stream ??= await openStream();
        for await (const data of readEvents(stream, 'session')) {
          // The clock that also counts fractions of a millisecond.
          const at = performance.timeOrigin + performance.now();
          const view: unknown = JSON.parse(data);
          if (isCounterView(view)) log.add({ view, at });
        }
      } catch {
        // A stream that breaks is opened again: it begins with the state of every session.
      }
      stream = undefined;
      if (!end.signal.aborted) await new Promise((resolve) => setTimeout(resolve, reopening));
    }
  }

  void listen(await openStream());
  const openResult = resultOpener(settings);

  return {
    async openSession(scene, purpose) {
      const answer = await call('/counter/v1/sessions', { method: 'POST', body: { scene, purpose } });
      const session = await readAnswer(answer, isOpenSessionAnswer);
      const ahead = session.serverTime - Date.now();
      return { session, code: () => showCode(session, ahead, Date.now()) };
    },
    async readSession(sessionId) {
      return await readAnswer(await call(`/counter/v1/sessions/${sessionId}`), isCounterView);
    },
    async endSession(sessionId, reason) {
      const path = `/counter/v1/sessions/${sessionId}/end`;
      return await readAnswer(await call(path, { method: 'POST', body: { reason } }), isCounterView);
    },
    awaitEnd: log.awaitEnd,
    openResult,
    close: () => end.abort(),
  };
}

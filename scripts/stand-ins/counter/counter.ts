import { randomUUID } from 'node:crypto';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import { CounterView, type ResultClaims } from '../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../shared/limits.ts';
import type { Purpose, Scene } from '../../../shared/scenes.ts';
import { CallProblem, callJson, openCall } from '../call-json.ts';
import { type Arrival, eventLog } from './event-log.ts';
import { fetchToken } from './fetch-token.ts';
import { resultOpener } from './open-result.ts';
import type { CounterSettings } from './read-counter.ts';
import { readEvents, type StreamNotes } from './read-events.ts';
import { showCode } from './show-code.ts';

/** A counter as a program: it does over HTTP what a counter page does. */
export interface Counter {
  openSession(scene: Scene, purpose: Purpose): Promise<OpenCheck>;
  readSession(sessionId: string): Promise<CounterView>;
  /** The clerk hears three digits and types them. @throws CallProblem */
  giveWord(sessionId: string, word: string): Promise<CounterView>;
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

/** Milliseconds before a stream that was cut is opened again. */
const reopening = 200;

/** Gets a token, opens the event stream and is then ready to open sessions. @throws CallProblem */
export async function openCounter(settings: CounterSettings): Promise<Counter> {
  const log = eventLog();
  const end = new AbortController();
  const notes: StreamNotes = {};
  const sessions = '/counter/v1/sessions';
  let token = await fetchToken(settings);

  async function authorized(path: string, accept = 'application/json') {
    if (token.expiresAt - limits.rpTokenMargin < Date.now()) token = await fetchToken(settings);
    const headers: Record<string, string> = { authorization: `Bearer ${token.token}`, accept };
    return { url: settings.bffUrl + path, headers, signal: end.signal };
  }

  async function post<S extends TSchema>(path: string, body: object, schema: S): Promise<Static<S>> {
    const { headers, ...call } = await authorized(path);
    return await callJson(
      { ...call, headers: { ...headers, 'idempotency-key': randomUUID() }, body },
      schema,
    );
  }

  async function openStream(): Promise<AsyncIterable<Uint8Array>> {
    const call = await authorized('/counter/v1/events', 'text/event-stream');
    if (notes.last !== undefined) call.headers['last-event-id'] = notes.last;
    const { ok, body, status } = await openCall(call);
    if (!ok || body === null) throw new CallProblem({ ...call, method: 'GET' }, `status ${status}`, '');
    return body;
  }

  async function listen(first: AsyncIterable<Uint8Array>): Promise<void> {
    let stream: AsyncIterable<Uint8Array> | undefined = first;
    while (!end.signal.aborted) {
      try {
        stream ??= await openStream();
        for await (const data of readEvents(stream, 'session', notes)) {
          // The clock that also counts fractions of a millisecond.
          const at = performance.timeOrigin + performance.now();
          const view: unknown = JSON.parse(data);
          if (Value.Check(CounterView, view)) log.add({ view, at });
        }
      } catch {
        // A stream that breaks is opened again, and goes on where it was.
      }
      stream = undefined;
      const pause = notes.end?.includes('restart') ? (notes.retry ?? reopening) : reopening;
      delete notes.end;
      if (!end.signal.aborted) await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  void listen(await openStream());
  const openResult = resultOpener(settings);

  return {
    async openSession(scene, purpose) {
      const session = await post(sessions, { scene, purpose }, OpenSessionAnswer);
      const ahead = session.serverTime - Date.now();
      return { session, code: () => showCode(session, ahead, Date.now()) };
    },
    async readSession(sessionId) {
      return await callJson(await authorized(`${sessions}/${sessionId}`), CounterView);
    },
    giveWord: (sessionId, word) => post(`${sessions}/${sessionId}/word`, { word }, CounterView),
    endSession: (sessionId, reason) => post(`${sessions}/${sessionId}/end`, { reason }, CounterView),
    awaitEnd: log.awaitEnd,
    openResult,
    close: () => end.abort(),
  };
}

import { createParser } from 'eventsource-parser';
import type { CounterView } from '../../../../shared/contract/verify/08-result.ts';
import type { StreamEnd } from '../../../../shared/contract/verify/08-sessions.ts';
import * as limits from '../../../../shared/limits.ts';
import { Refused, sendCall } from '../send-call.ts';
import type { Ending } from './after-ending.ts';

/** Who listens to a stream. */
export interface Listener {
  view(view: CounterView, cursor: string): void;
  /** Something came: the line is alive. */
  alive(): void;
}

/**
 * Reads one event stream to its end; one that is silent for `limits.eventStreamSilence` is cut.
 * @param after the cursor to go on from
 */
export async function readStream(
  {
    api,
    token,
    after,
    signal,
  }: { api: string; token: string; after: string | undefined; signal: AbortSignal },
  listener: Listener,
): Promise<Ending> {
  const silent = new AbortController();
  const headers = new Headers({ authorization: `Bearer ${token}` });
  if (after !== undefined) headers.set('last-event-id', after);
  const hush = () => setTimeout(() => silent.abort(), limits.eventStreamSilence);
  let timer = hush();
  let answer: Response;
  try {
    answer = await sendCall(`${api}/counter/v1/events`, {
      headers,
      signal: AbortSignal.any([signal, silent.signal]),
    });
  } catch (refusal) {
    clearTimeout(timer);
    return endingOf(refusal);
  }
  if (answer.body === null) return { how: 'broken' };
  let retry: number = limits.eventStreamPause;
  let ending: Ending = { how: 'broken' };
  const parser = createParser({
    onRetry(milliseconds) {
      retry = milliseconds;
    },
    onEvent({ event, data, id }) {
      if (event === 'session') listener.view(JSON.parse(data), id ?? '');
      if (event !== 'end') return;
      const { reason }: StreamEnd = JSON.parse(data);
      ending = { how: reason, retry };
    },
  });
  try {
    for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
      clearTimeout(timer);
      timer = hush();
      listener.alive();
      parser.feed(part);
    }
    return ending;
  } catch {
    return { how: 'broken' };
  } finally {
    clearTimeout(timer);
  }
}

/** How a try ended that never came to a stream. */
export function endingOf(refusal: unknown): Ending {
  if (!(refusal instanceof Refused) || refusal.status === 0) return { how: 'unreached' };
  const { status, retryAfter } = refusal;
  return { how: 'refused', status, retryAfter };
}

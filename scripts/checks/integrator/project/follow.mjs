// The same stream by two clients of other people's making; what they ask of a browser stands in.
import { fetchEventSource } from '@microsoft/fetch-event-source';
import { EventSource } from 'eventsource';

globalThis.window ??= globalThis;
globalThis.document ??= { addEventListener() {}, removeEventListener() {}, hidden: false };

const withToken = (token) => (input, init) =>
  fetch(input, { ...init, headers: { ...init.headers, authorization: `Bearer ${token()}` } });

/** Tells each session, that each of them is connected, and that each has ended for good. */
export function followByBoth(url, token, told) {
  const source = new EventSource(url, { fetch: withToken(token) });
  source.addEventListener('open', () => told.connected?.('eventsource'));
  source.addEventListener('session', ({ data }) => told.session?.('eventsource', JSON.parse(data)));
  source.addEventListener('end', ({ data }) => told.end?.('eventsource', JSON.parse(data)));
  const leaving = new AbortController();
  fetchEventSource(url, {
    fetch: withToken(token),
    signal: leaving.signal,
    openWhenHidden: true,
    async onopen(answer) {
      if (!answer.ok) throw new Error(`status ${answer.status}`);
      told.connected?.('fetch-event-source');
    },
    onmessage({ event, data }) {
      if (event === 'session') told.session?.('fetch-event-source', JSON.parse(data));
      if (event === 'end') told.end?.('fetch-event-source', JSON.parse(data));
    },
    onclose() {
      throw new Error('come back');
    },
    onerror(fault) {
      if (String(fault).includes('status 4')) throw fault;
    },
  }).catch(() => undefined);
  return () => {
    source.close();
    leaving.abort();
  };
}

import { fetchEventSource } from '@microsoft/fetch-event-source';
import { EventSource as NodeEventSource } from 'eventsource';
import { execa, execaSync } from 'execa';
import { Agent, EventSource as UndiciEventSource } from 'undici';
import { vi } from 'vitest';

/** What a client of somebody else's making told its program. */
export interface StockClient {
  events: { name: string; data: string; id: string }[];
  /** Whether it has given up for good. */
  gaveUp(): boolean;
  close(): void;
}

/** Opens a stream as the README says, with a fresh token for each connection. */
export type OpenStockClient = (url: string, token: () => Promise<string>) => StockClient;

const names = ['session', 'end', 'message'];
type Listening = Pick<EventTarget, 'addEventListener'>;

function listenTo(source: Listening): StockClient['events'] {
  const events: StockClient['events'] = [];
  for (const name of names)
    source.addEventListener(name, (event) => {
      const { data, lastEventId }: { data?: unknown; lastEventId?: unknown } = Object(event);
      events.push({ name, data: String(data), id: String(lastEventId) });
    });
  return events;
}

const withToken = (token: () => Promise<string>) => async (input: RequestInfo | URL, init?: RequestInit) => {
  const headers = new Headers(init?.headers);
  headers.set('authorization', `Bearer ${await token()}`);
  return fetch(input, { ...init, headers });
};

/** The package `eventsource`. */
const eventsource: OpenStockClient = (url, token) => {
  const source = new NodeEventSource(url, { fetch: withToken(token) });
  return {
    events: listenTo(source),
    gaveUp: () => source.readyState === source.CLOSED,
    close: () => source.close(),
  };
};

/** `@microsoft/fetch-event-source`, which is made for browsers: what it asks of one stands in. */
const fetchEventSourceClient: OpenStockClient = (url, token) => {
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('document', { addEventListener() {}, removeEventListener() {}, hidden: false });
  const leaving = new AbortController();
  const events: StockClient['events'] = [];
  let gaveUp = false;
  void fetchEventSource(url, {
    fetch: withToken(token),
    signal: leaving.signal,
    openWhenHidden: true,
    onmessage: ({ event, data, id }) => void events.push({ name: event || 'message', data, id }),
    onclose() {
      throw new Error('come back');
    },
  }).finally(() => {
    gaveUp = true;
  });
  return { events, gaveUp: () => gaveUp, close: () => leaving.abort() };
};

/** undici's EventSource: it takes no headers, its dispatcher does. */
const undici: OpenStockClient = (url, token) => {
  const agent = new Agent().compose((dispatch) => (options, handler) => {
    void token().then((fresh) => {
      dispatch(
        { ...options, headers: { ...Object(options.headers), authorization: `Bearer ${fresh}` } },
        handler,
      );
    });
    return true;
  });
  const source = new UndiciEventSource(url, { node: { dispatcher: agent } });
  return {
    events: listenTo(source),
    gaveUp: () => source.readyState === source.CLOSED,
    close() {
      source.close();
      void agent.destroy();
    },
  };
};

export const stockClients: Record<string, OpenStockClient> = {
  eventsource,
  '@microsoft/fetch-event-source': fetchEventSourceClient,
  undici,
};

export const hasCurl = !execaSync('curl', ['--version'], { reject: false }).failed;

/** What `curl -N` prints of a stream until it ends or is killed. */
export function curl(url: string, token: string, ...headers: string[]) {
  const args = [...headers, `authorization: Bearer ${token}`].flatMap((header) => ['-H', header]);
  return execa('curl', ['-sN', ...args, url], { reject: false });
}

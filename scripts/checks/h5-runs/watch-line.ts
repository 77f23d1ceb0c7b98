import type { Page } from 'playwright-core';

/** A slow line: bytes a second both ways, and the milliseconds that each request waits before its answer begins. */
export interface Line {
  throughput: number;
  latency: number;
}

/** What came over the line, as the browser saw it. */
export interface Fetched {
  path: string;
  /** Milliseconds since the first request was sent: its own sending, the begin of its answer, its end. */
  sent: number;
  answered: number;
  ended: number;
  /** As they came, headers included. */
  bytes: number;
}

/** Puts the page on that line with nothing cached, and notes what it fetches from now on. */
export async function watchLine(page: Page, { throughput, latency }: Line): Promise<() => Fetched[]> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.clearBrowserCache');
  await cdp.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency },
    ...{ downloadThroughput: throughput, uploadThroughput: throughput },
  });
  const fetched = new Map<string, Fetched>();
  let start: number | undefined;
  const since = (timestamp: number) => Math.round(1000 * (timestamp - (start ?? timestamp)));
  cdp.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    start ??= timestamp;
    const { protocol, pathname } = new URL(request.url);
    // A picture inside a style comes over no line.
    if (protocol === 'data:') return;
    const never = Number.POSITIVE_INFINITY;
    fetched.set(requestId, {
      ...{ path: pathname, sent: since(timestamp) },
      ...{ answered: never, ended: never, bytes: 0 },
    });
  });
  cdp.on('Network.responseReceived', ({ requestId, timestamp }) => {
    const one = fetched.get(requestId);
    if (one !== undefined) one.answered = since(timestamp);
  });
  cdp.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const one = fetched.get(requestId);
    if (one !== undefined) Object.assign(one, { ended: since(timestamp), bytes: encodedDataLength });
  });
  return () => [...fetched.values()];
}

/** How many times somebody waited for the line in a row: a request that was sent after the answer to another had begun waits for both. */
export function roundTrips(fetched: readonly Fetched[]): number {
  const depth = (one: Fetched): number =>
    1 + Math.max(0, ...fetched.filter(({ answered }) => answered < one.sent).map(depth));
  return Math.max(0, ...fetched.map(depth));
}

/** Milliseconds that the line alone takes for it, on a machine that takes none. */
export function lineTime(fetched: readonly Fetched[], { throughput, latency }: Line): number {
  const bytes = fetched.reduce((sum, one) => sum + one.bytes, 0);
  return Math.round(roundTrips(fetched) * latency + (1000 * bytes) / throughput);
}

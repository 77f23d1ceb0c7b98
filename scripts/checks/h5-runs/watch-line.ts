import type { CDPSession, Page } from 'playwright-core';

/** One request as the browser saw it; milliseconds since the watching began, bytes as they came over the line, headers included. */
export interface Fetched {
  path: string;
  began: number;
  ended: number;
  bytes: number;
}

/** A slow line: bytes a second both ways, and the milliseconds that each request waits before its answer begins. */
export interface Line {
  throughput: number;
  latency: number;
}

/** Puts the page on that line with nothing cached, and notes what it fetches from now on. */
export async function watchLine(page: Page, { throughput, latency }: Line): Promise<() => Fetched[]> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  await cdp.send('Network.enable');
  await cdp.send('Network.clearBrowserCache');
  await cdp.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency },
    ...{ downloadThroughput: throughput, uploadThroughput: throughput },
  });
  const fetched = new Map<string, Fetched>();
  let start: number | undefined;
  cdp.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    start ??= timestamp;
    const began = 1000 * (timestamp - start);
    const { pathname } = new URL(request.url);
    fetched.set(requestId, { path: pathname, began, ended: Number.POSITIVE_INFINITY, bytes: 0 });
  });
  cdp.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    const one = fetched.get(requestId);
    if (one === undefined || start === undefined) return;
    one.ended = 1000 * (timestamp - start);
    one.bytes = encodedDataLength;
  });
  return () => [...fetched.values()];
}

/** As `heedPlace`, loaded once a page is there: what the first page shows does not wait for it. Where it does not come the next page asks again. */
export async function heedPlace(): Promise<void> {
  const loaded = await import('./heed-place.ts').catch(() => undefined);
  await loaded?.heedPlace();
}

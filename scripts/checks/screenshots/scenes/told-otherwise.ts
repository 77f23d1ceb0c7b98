import type { Page } from 'playwright-core';
import type { HolderView } from '../../../../shared/contract/holder-view.ts';
import { type ErrorCode, errors } from '../../../../shared/errors.ts';

const sessions = /\/holder\/v1\/sessions\/[^/?]+(\?|$)/;

/** What the BFF says of a session is changed on its way: states that a sandbox comes to only after minutes. */
export async function tellOtherwise(page: Page, change: () => Partial<HolderView>): Promise<void> {
  await page.route(sessions, async (route) => {
    // A long poll may still run as the page is closed.
    const response = await route.fetch().catch(() => undefined);
    if (response === undefined) return;
    if (!response.ok()) return await route.fulfill({ response });
    await route.fulfill({ response, json: { ...(await response.json()), ...change() } });
  });
}

/** The BFF refuses all that is asked of a session. @param headers such as `retry-after` */
export async function refuseAll(
  page: Page,
  code: ErrorCode,
  headers: Record<string, string> = {},
): Promise<void> {
  const { status } = errors[code];
  await page.route(sessions, (route) =>
    route.fulfill({
      status,
      headers,
      contentType: 'application/problem+json',
      json: { code, status, traceId: 'shown' },
    }),
  );
}

/** A deadline that is shown already, and may be moved. */
export function soon(): Partial<HolderView> {
  return { deadline: Date.now() + 18_000, mayExtend: true };
}

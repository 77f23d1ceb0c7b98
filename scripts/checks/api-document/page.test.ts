import { join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestServer, testServer } from '../../../bff/src/http/server.fixture.ts';
import { buildPages } from '../../build/build-pages.ts';
import { chromiumFlags, findChromium } from '../chromium.ts';

const executablePath = findChromium(() => undefined);
let server: TestServer;
let browser: Browser;
beforeAll(async () => {
  buildPages(join(import.meta.dirname, '..', '..', '..'));
  server = await testServer();
  browser = await chromium.launch({ args: [...chromiumFlags], ...(executablePath && { executablePath }) });
});
afterAll(async () => {
  await browser.close();
  await server.server.close();
  await server.ports.db.close();
});

describe('the page of the API document', () => {
  it('is drawn under its policy, from this server alone, without one complaint of the browser', async () => {
    const page = await browser.newPage();
    const complaints: string[] = [];
    const foreign: string[] = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (fault) => complaints.push(fault.message));
    page.on('request', (request) => {
      if (!/^data:/.test(request.url()) && new URL(request.url()).origin !== server.url)
        foreign.push(request.url());
    });
    const answer = await page.goto(`${server.url}/docs`);
    const policy = answer?.headers()['content-security-policy'] ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self' 'sha256-/);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    await page.getByRole('heading', { name: /柜台发起一次核验 · Open session/ }).waitFor();
    // A style that was let in: without it the three columns stand below one another.
    const menu = await page.locator('.menu-content').boundingBox();
    expect(menu?.width).toBeLessThan(400);
    expect([complaints, foreign]).toEqual([[], []]);
  });
});

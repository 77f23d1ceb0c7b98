import { join } from 'node:path';
import { type Browser, chromium as browsers, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { chromiumFlags } from '../chromium.ts';

const chromium = inject('chromium');
const phone = join(import.meta.dirname, '..', '..', '..', 'miniprogram');
const stand = join(phone, 'config', 'h5');

declare global {
  var page: { told: { text: string[]; number: string[]; taps: number }; tell(): void };
}

/** The parts that one types in and presses, over what stands for Taro's components and for React in a browser. */
describe.skipIf(chromium === '')('what one types in and presses, in a browser', () => {
  let browser: Browser;
  let script: string;
  let page: Page;

  beforeAll(async () => {
    if (chromium === '') return;
    script = await buildPage();
    browser = await browsers.launch({ executablePath: chromium, args: [...chromiumFlags] });
  });
  beforeEach(async () => {
    page = await browser.newPage();
    await page.setContent('<div id="app"></div>');
    await page.addScriptTag({ content: script });
    await page.locator('#resting').waitFor();
  });
  afterAll(() => browser?.close());

  it('tells a word once an input method has composed it, which a page that is drawn anew meanwhile does not disturb', async () => {
    const field = page.locator('#text input');
    await field.focus();
    const keys = await page.context().newCDPSession(page);
    await keys.send('Input.imeSetComposition', { text: 'zhang', selectionStart: 5, selectionEnd: 5 });
    expect(await page.evaluate(() => globalThis.page.told.text)).toEqual(['']);
    await page.evaluate(() => {
      globalThis.page.told.taps = 7;
      globalThis.page.tell();
    });
    await page.locator('#go', { hasText: '7' }).waitFor();
    expect(await field.inputValue()).toBe('zhang');
    await keys.send('Input.insertText', { text: '张' });
    expect(await field.inputValue()).toBe('张');
    expect(await page.evaluate(() => globalThis.page.told.text.at(-1))).toBe('张');
    await field.pressSequentially('三a');
    expect(await field.inputValue()).toBe('张三a');
  });

  it('takes digits alone for a number, as many as asked for, and tells the browser and a screen reader what they are', async () => {
    const field = page.locator('#number input');
    await field.pressSequentially('a1-b2');
    expect(await field.inputValue()).toBe('12');
    expect(await page.evaluate(() => globalThis.page.told.number)).toEqual(['', '1', '12']);
    const said = (name: string) => field.getAttribute(name);
    expect(await said('type')).toBe('tel');
    expect(await said('autocomplete')).toBe('tel-national');
    expect(await said('aria-label')).toBe('手机号, 太短');
    expect(await said('aria-invalid')).toBe('true');
    await field.pressSequentially('3456');
    expect(await field.inputValue()).toBe('1234');
    expect(await said('aria-label')).toBe('手机号');
    expect(await said('aria-invalid')).toBe('false');
  });

  it('shows a button as pressed while it is held down, and a resting one never', async () => {
    const button = page.locator('#go');
    const box = await button.boundingBox();
    if (box === null) throw new Error('no button');
    await page.mouse.move(box.x + 1, box.y + 1);
    await page.mouse.down();
    await page.locator('#go.action-pressed').waitFor();
    await page.mouse.up();
    await page.locator('#go:not(.action-pressed)').waitFor();
    await page.locator('#resting').click({ force: true });
    expect(await page.evaluate(() => globalThis.page.told.taps)).toBe(1);
    const attributes = (id: string) =>
      page
        .locator(id)
        .evaluate((node) => ['role', 'tabindex', 'aria-disabled'].map((name) => node.getAttribute(name)));
    expect(await attributes('#go')).toEqual(['button', '0', null]);
    expect(await attributes('#resting')).toEqual(['button', '-1', 'true']);
  });
});

const entry = `
import { createElement } from 'react';
import dom from 'react-dom/client';
import { Elements } from ${JSON.stringify(join(phone, 'src', 'ui', 'elements.fixture.tsx'))};
dom.createRoot(document.getElementById('app')).render(createElement(Elements));
`;

/** The script of a page with the parts alone, over what the H5 build puts in the place of React and of Taro's components. */
async function buildPage(): Promise<string> {
  const made = await build({
    ...{ configFile: false, logLevel: 'warn' },
    define: { 'process.env.TARO_ENV': '"h5"', 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? '\0entry' : undefined),
        load: (id) => (id === '\0entry' ? entry : undefined),
      },
    ],
    resolve: {
      alias: [
        { find: '@tarojs/components', replacement: join(stand, 'components.ts') },
        { find: 'react-dom/client', replacement: join(stand, 'react-dom.ts') },
        { find: /^react\/jsx(-dev)?-runtime$/, replacement: 'preact/jsx-runtime' },
        { find: /^react$/, replacement: join(stand, 'react.ts') },
      ],
    },
    build: { write: false, rolldownOptions: { input: 'entry', output: { format: 'iife' } } },
  });
  const [output] = [made].flat();
  if (output === undefined || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { chromiumFlags } from '../../chromium.ts';
import { zoomedFindings } from '../../zoomed-findings.ts';
import { inspect } from './inspect.ts';

const executablePath = inject('chromium');
const sound =
  '<h1>这一页没有问题，什么都好</h1><button style="min-width: 48px; min-height: 48px">好</button>';

const pageOf = (language: string, body: string) =>
  `<!doctype html><html lang="${language}"><title>页</title><body><main>${body}</main></body></html>`;

describe.skipIf(executablePath === '')('what a machine sees wrong with a page', () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
    page = await browser.newPage({ viewport: { width: 320, height: 640 }, locale: 'zh-CN' });
  });
  afterAll(() => browser?.close());

  async function kindsOf(body: string): Promise<string[]> {
    await page.setContent(pageOf('zh-CN', body));
    return [...new Set((await inspect(page)).map(({ kind }) => kind))];
  }

  it('finds nothing on a page that is sound', async () => {
    expect(await kindsOf(sound)).toEqual([]);
  });
  it('finds a page wider than the screen', async () => {
    expect(await kindsOf(`${sound}<div style="width: 400px">宽</div>`)).toContain('too wide');
  });
  it('finds text that is cut off', async () => {
    const style = 'overflow: hidden; width: 4em; white-space: nowrap';
    expect(await kindsOf(`${sound}<p style="${style}">这一行写不下这么多字</p>`)).toEqual(['clipped']);
  });
  it('finds a word that breaks inside', async () => {
    const style = 'width: 4em; overflow-wrap: anywhere';
    expect(await kindsOf(`${sound}<p style="${style}">credential</p>`)).toEqual(['broken word']);
  });
  it('finds a character that is left alone on the last line', async () => {
    expect(await kindsOf(`${sound}<p style="width: 4em">看清是谁在问。</p>`)).toEqual([]);
    expect(await kindsOf(`${sound}<p style="width: 4em">看清是谁问。</p>`)).toEqual(['lone character']);
    const style = 'width: 4em; word-break: keep-all; overflow-wrap: anywhere';
    expect(await kindsOf(`${sound}<p style="${style}">看清是谁，再同意</p>`)).toEqual(['lone character']);
  });
  it('finds a second filled button', async () => {
    const button = '<button class="main" style="min-width: 48px; min-height: 48px">做</button>';
    expect(await kindsOf(sound + button)).toEqual([]);
    expect(await kindsOf(sound + button + button)).toEqual(['filled buttons']);
  });
  it('finds pale text, and text that is pale on one end of a gradient', async () => {
    expect(await kindsOf(`${sound}<p style="color: #999">淡</p>`)).toEqual(['contrast']);
    const style = 'color: #fff; background: linear-gradient(#000, #ddd)';
    expect(await kindsOf(`${sound}<p style="${style}">淡</p>`)).toEqual(['contrast']);
  });
  it('finds a control too small for a finger', async () => {
    const style = 'width: 30px; height: 48px; padding: 0';
    expect(await kindsOf(`${sound}<button style="${style}">小</button>`)).toEqual(['touch target']);
  });
  it('finds words under a bar that stays in place', async () => {
    const style = 'position: fixed; inset: auto 0 0; height: 80px; background: #fff';
    const long = '<p style="height: 900px">长</p><p>最后一行</p>';
    expect(await kindsOf(`${sound}${long}<div style="${style}"></div>`)).toEqual(['covered']);
  });
  it('finds, where it is zoomed, a control that a bar hides wherever it is brought', async () => {
    const size = { width: 320, height: 256 };
    await page.setContent(pageOf('zh-CN', sound));
    expect(await zoomedFindings(page, size)).toEqual([]);
    const bar = 'position: fixed; inset: 0 0 auto; height: 200px; margin: 0; background: #fff';
    const long = `<div style="padding: 300px 0">${sound}</div><div style="${bar}"></div>`;
    await page.setContent(pageOf('zh-CN', long));
    expect((await zoomedFindings(page, size)).map(({ kind }) => kind)).toContain('covered');
    expect(page.viewportSize()).toEqual({ width: 320, height: 640 });
  });
  it('finds a control without a name, and one that the keyboard cannot reach', async () => {
    const style = 'width: 48px; height: 48px';
    expect(await kindsOf(`${sound}<button style="${style}"></button>`)).toEqual(['axe']);
    expect(await kindsOf(`${sound}<div role="button" style="${style}">钮</div>`)).toEqual(['no focus']);
  });
  it('finds what axe finds: a role that is none, a list that is none', async () => {
    expect(await kindsOf(`${sound}<p role="paragraf">段</p>`)).toEqual(['axe']);
    expect(await kindsOf(`${sound}<ul><p>项</p></ul>`)).toEqual(['axe']);
  });
  it('finds an attribute that no browser knows', async () => {
    expect(await kindsOf(`${sound}<div role="note" aria-role="note">注</div>`)).toEqual(['axe']);
    expect(await kindsOf(`${sound}<div role="note" aria-rolle="note">注</div>`)).toEqual(['axe']);
  });
  it('finds a page without a heading, one in another language, and an empty one', async () => {
    expect(await kindsOf('<p>这一页没有标题，只有这一段话</p>')).toEqual(['headings']);
    await page.setContent(pageOf('en', sound));
    expect((await inspect(page)).map(({ kind }) => kind)).toEqual(['language']);
    expect(await kindsOf('<h1>空</h1>')).toEqual(['empty']);
  });
});

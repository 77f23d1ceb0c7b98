import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeFindings } from '../screenshots/inspect/axe-findings.ts';
import { type ConsoleWorld, keyboardOf, openConsoleWorld, stepPatience } from './console.fixture.ts';

const chromium = inject('chromium');
const patience = 300_000;
const rpId = 'rp_my-hotel';
const counterId = 'cnt_my-hotel-1';

/** An operator without a mouse, and a relying party from its first day to its last. */
describe.skipIf(chromium === '')('a relying party in the console', () => {
  let world: ConsoleWorld;
  let page: Page;
  let keyboard: ReturnType<typeof keyboardOf>;

  beforeAll(async () => {
    if (chromium === '') return;
    world = await openConsoleWorld(chromium);
    ({ page } = await world.openDevice());
    keyboard = keyboardOf(page);
    await page.goto(await world.invite('First'));
    await keyboard.type('passkey-name', 'Laptop');
    await keyboard.press('enrol-send');
    await keyboard.on('概况');
  }, patience);
  afterAll(() => world?.close());

  const registrarToken = () =>
    keyboard.type('registrar-token', world.running.sandbox.authority.registrarToken);

  it(
    'is added with its business type, after the registrar has signed its name',
    async () => {
      await page.goto(`${world.url}#/rps`);
      await keyboard.press('add-rp');
      await keyboard.on('添加依赖方');
      await keyboard.type('rp-id', rpId);
      await keyboard.type('rp-name', '我的酒店 My Hotel');
      await page.locator('input[name=scene][value=hotel]').focus();
      await page.keyboard.press('Space');
      expect(await axeFindings(page)).toEqual([]);
      await keyboard.press('new-rp-send');
      await page.locator('[role=alert]').waitFor();
      await registrarToken();
      await keyboard.press('new-rp-send');
      await keyboard.on(`为 ${rpId} 添加柜台`);
    },
    patience,
  );

  it(
    'gets a counter whose key is made here; its private half is downloaded once',
    async () => {
      await keyboard.type('counter-name', '前台一 Desk 1');
      await keyboard.type('place', '测试路 1 号');
      const [made] = await Promise.all([page.waitForEvent('download'), keyboard.press('make-key')]);
      expect(made.suggestedFilename()).toBe(`${counterId}.private.jwk.json`);
      await registrarToken();
      expect(await axeFindings(page)).toEqual([]);
      await keyboard.press('new-counter-send');
      await keyboard.on(`柜台 ${counterId}`);
      await page.locator('#keys ~ .list li').waitFor();
      expect(await axeFindings(page)).toEqual([]);
    },
    patience,
  );

  it(
    'has the key of its counter rotated',
    async () => {
      await keyboard.press('rotate-open');
      await Promise.all([page.waitForEvent('download'), keyboard.press('make-key')]);
      await page.locator('#rotate [name=registrar-token]').focus();
      await page.keyboard.type(world.running.sandbox.authority.registrarToken);
      await keyboard.press('rotate-send');
      const keys = () => page.locator('#keys ~ .list > li').count();
      await expect.poll(keys, { timeout: stepPatience }).toBe(2);
    },
    patience,
  );

  it(
    'gets one more key beside those, for its time',
    async () => {
      await keyboard.press('add-key-open');
      await Promise.all([page.waitForEvent('download'), keyboard.press('make-key')]);
      await page.locator('#not-before').fill('2099-01-01T08:00');
      await page.locator('#not-after').fill('2098-12-31T08:00');
      await page.locator('#add-key-token').focus();
      await page.keyboard.type(world.running.sandbox.authority.registrarToken);
      await keyboard.press('add-key-send');
      await page.locator('[role=alert]', { hasText: '请改一下时间' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.locator('#not-after').fill('2100-12-31T08:00');
      await keyboard.press('add-key-send');
      const added = page.locator('#keys ~ .list > li', { hasText: '还没生效' });
      await added.waitFor();
      expect(await added.textContent()).toMatch(/2099.*2100/);
    },
    patience,
  );

  it(
    'has the level, the purposes and the counter word of its business types chosen, and more of them; weaker is proposed',
    async () => {
      const box = (name: string, value: string) => page.locator(`input[name=${name}][value=${value}]`);
      const press = async (at: ReturnType<typeof box>) => {
        await at.focus();
        await page.keyboard.press('Space');
      };
      const choose = (name: string, word: string) => page.locator(`select[name=${name}]`).selectOption(word);
      const comeBack = async () => {
        await page.goto('about:blank');
        await page.goto(`${world.url}#/rps/${rpId}`);
        await box('scene', 'hotel').waitFor();
      };
      await comeBack();
      await choose('level-hotel', 'strict');
      await press(box('purpose-hotel', 'visit'));
      await press(box('scene', 'parcel'));
      await choose('word-parcel', 'never');
      expect(await axeFindings(page)).toEqual([]);
      await keyboard.press('scenes-send');
      await page.locator('#spoken', { hasText: '已保存' }).waitFor({ state: 'attached' });
      await comeBack();
      expect(await page.locator('select[name=level-hotel]').inputValue()).toBe('strict');
      expect(await page.locator('select[name=word-parcel]').inputValue()).toBe('never');
      expect(await box('purpose-hotel', 'visit').isChecked()).toBe(false);
      expect(await box('purpose-hotel', 'check-in').isChecked()).toBe(true);
      await choose('level-hotel', 'basic');
      await keyboard.press('scenes-send');
      await page.locator('[role=alert] #propose').waitFor();
    },
    patience,
  );

  it(
    'is revoked once its id is typed, and nothing before',
    async () => {
      await page.goto(`${world.url}#/rps/${rpId}`);
      await keyboard.on(`依赖方 ${rpId}`);
      expect(await axeFindings(page)).toEqual([]);
      await keyboard.press('revoke-open');
      await keyboard.type('revoke-what', 'rp_my-hote');
      await keyboard.press('revoke-send');
      await page.locator('[role=alert]', { hasText: '没有执行' }).waitFor();
      expect(await page.locator('#restore').count()).toBe(0);
      await keyboard.type('revoke-what', rpId);
      await keyboard.press('revoke-send');
      await page.locator('#restore').waitFor();
      await expect.poll(keyboard.focused, { timeout: stepPatience }).toBe('title');
    },
    patience,
  );

  it(
    'stands in the log with all of that and its operator, the newest first',
    async () => {
      await page.goto(`${world.url}#/log`);
      await keyboard.on('操作记录');
      const entries = page.locator('#entries > li');
      await entries.first().waitFor();
      await keyboard.type('search', rpId);
      const words = await entries.allTextContents();
      expect(words.map((each) => /吊销了依赖方|更换了密钥|添加了柜台|添加了依赖方/.exec(each)?.[0])).toEqual(
        expect.arrayContaining(['吊销了依赖方', '添加了柜台', '添加了依赖方']),
      );
      for (const each of words) expect(each).toContain('First');
      expect(await axeFindings(page)).toEqual([]);
    },
    patience,
  );
});

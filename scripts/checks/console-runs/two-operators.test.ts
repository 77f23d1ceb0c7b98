import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeFindings } from '../screenshots/inspect/axe-findings.ts';
import { type ConsoleWorld, keyboardOf, openConsoleWorld, stepPatience } from './console.fixture.ts';

const chromium = inject('chromium');
const patience = 300_000;
const soon = { timeout: stepPatience };
const rpId = 'rp_sandbox-hotel';

/** Two operators without a mouse, each in a browser and with a passkey of their own. */
describe.skipIf(chromium === '')('what weakens takes two operators', () => {
  let world: ConsoleWorld;
  let lin: Awaited<ReturnType<typeof arrive>>;
  let wu: Awaited<ReturnType<typeof arrive>>;

  async function arrive(name: string) {
    const { page, device } = await world.openDevice();
    const keyboard = keyboardOf(page);
    await page.goto(await world.invite(name));
    await keyboard.type('passkey-name', 'Laptop');
    await keyboard.press('enrol-send');
    await keyboard.on('概况');
    return { page, device, keyboard };
  }

  beforeAll(async () => {
    if (chromium === '') return;
    world = await openConsoleWorld(chromium);
    lin = await arrive('林 Lin');
    wu = await arrive('吴 Wu');
  }, patience);
  afterAll(() => world?.close());

  /** Anew, as after a break: nothing of what the page showed before is left. */
  const go = async ({ page }: typeof lin, address: string) => {
    await page.goto('about:blank');
    await page.goto(`${world.url}${address}`);
  };
  const open = async (at: typeof lin) => {
    await go(at, `#/rps/${rpId}`);
    await at.keyboard.on(`依赖方 ${rpId}`);
    await at.page.locator('#live-sessions').waitFor();
  };
  const askForMore = async (many: string) => {
    await lin.keyboard.type('live-sessions', many);
    await lin.keyboard.press('quotas-send');
    await lin.page.locator('[role=alert]', { hasText: '两位运营人员' }).waitFor();
  };

  it(
    'each is told on the overview who else has just come',
    async () => {
      await go(lin, '#/');
      const newcomer = lin.page.locator('.wants li', { hasText: '新的运营人员：吴 Wu' });
      await newcomer.waitFor();
      expect(await newcomer.textContent()).toContain('由Sandbox邀请加入');
      expect(await axeFindings(lin.page)).toEqual([]);
    },
    patience,
  );

  it(
    'more for a relying party under watch is refused to one, and can be proposed at that place',
    async () => {
      await open(lin);
      await lin.keyboard.press('watch');
      await lin.page.locator('#end-watch').waitFor();
      await askForMore('7000');
      expect(await axeFindings(lin.page)).toEqual([]);
      await lin.keyboard.press('propose');
      await lin.page.locator('#spoken', { hasText: '已提议' }).waitFor({ state: 'attached' });
      await open(lin);
      expect(await lin.page.locator('#live-sessions').inputValue()).not.toBe('7000');
    },
    patience,
  );

  it(
    'who proposed it finds no way to approve it; nor does a newcomer of the same day',
    async () => {
      await go(lin, '#/proposals');
      await lin.page.locator('.list > li', { hasText: '要由另一位运营人员批准' }).waitFor();
      expect(await lin.page.locator('[id^=approve-]').count()).toBe(0);

      await go(wu, '#/proposals');
      await approve();
      await wu.page.locator('[role=alert]', { hasText: '已加入满一天' }).waitFor();
      expect(await axeFindings(wu.page)).toEqual([]);
    },
    patience,
  );

  it(
    'after a day the other approves what is proposed then, by a second press, and it is in force',
    async () => {
      world.ageOperators();
      await wu.page.locator('[id^=withdraw-]').focus();
      await wu.page.keyboard.press('Enter');
      await wu.page.locator('.list > li', { hasText: '已撤回' }).waitFor();

      await open(lin);
      await askForMore('7000');
      await lin.keyboard.press('propose');
      await lin.page.locator('#spoken', { hasText: '已提议' }).waitFor({ state: 'attached' });

      await go(wu, '#/');
      await wu.page.locator('.wants a[href="#/proposals"]').click();
      await approve();
      await wu.page.locator('.list > li', { hasText: '已批准并生效' }).waitFor();
      await open(wu);
      await expect.poll(() => wu.page.locator('#live-sessions').inputValue(), soon).toBe('7000');
    },
    patience,
  );

  /** What stands above the button is compared first: the first press asks for the second. */
  async function approve(): Promise<void> {
    const button = wu.page.locator('[id^=approve-]');
    await button.waitFor();
    await button.focus();
    await wu.page.keyboard.press('Enter');
    await wu.page.locator('[id^=approve-].armed').waitFor();
    await wu.page.keyboard.press('Enter');
  }
});

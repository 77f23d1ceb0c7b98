import { generateKeyPairSync } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { axeFindings } from '../screenshots/inspect/axe-findings.ts';
import { type ConsoleWorld, keyboardOf, openConsoleWorld, stepPatience } from './console.fixture.ts';

const chromium = inject('chromium');
const patience = 300_000;
const soon = { timeout: stepPatience };
const rpId = 'rp_quay-inn';
const { x, y } = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'jwk' });
const file = {
  relyingParties: [{ id: rpId, name: '码头旅馆 Quay Inn', scenes: ['hotel'] }],
  counters: [
    {
      ...{ id: 'cnt_quay-inn-1', rpId, name: '前台 Desk', place: '码头 1 号' },
      key: { kty: 'EC', crv: 'P-256', x, y, kid: 'k1' },
    },
    {
      ...{ id: 'cnt_nobody-1', rpId: 'rp_nobody', name: '前台 Desk', place: '某处' },
      key: { kty: 'EC', crv: 'P-256', x, y, kid: 'k1' },
    },
  ],
};

/** An operator without a mouse, and a relying party that came with a file. */
describe.skipIf(chromium === '')('in the console a relying party', () => {
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
  const facts = async () => (await page.locator('.facts').allTextContents()).join();
  const names = () => page.locator('.list > li > a').allTextContents();
  const paste = (text: string) => page.locator('textarea').fill(text);

  it(
    'comes with a file of many: what is there stays, what is refused says why',
    async () => {
      await page.goto(`${world.url}#/rps`);
      await keyboard.press('import-many');
      await keyboard.on('批量导入');
      await keyboard.press('import-send');
      await page.locator('[role=alert]', { hasText: '还没有可以导入的文件' }).waitFor();
      await paste('{"relyingParties":[],"counters":[{"d":"secret"}]}');
      await page.locator('#file-read', { hasText: '里面有私钥' }).waitFor();
      await paste(
        JSON.stringify({ ...file, relyingParties: [{ ...file.relyingParties[0], scenes: ['bank'] }] }),
      );
      const misfit = `不能导入：relyingParties[0]（${rpId}）格式不对：/scenes/0 不是可以选的词`;
      await page.locator('#file-read', { hasText: misfit }).waitFor();
      await paste(JSON.stringify(file));
      await page.locator('#file-read', { hasText: '依赖方 1 个，柜台 2 个' }).waitFor();
      await registrarToken();
      await keyboard.press('import-send');
      await page.locator('#progress', { hasText: '已处理 3 / 3' }).waitFor();
      expect(await facts()).toBe('已添加2没有接受1');
      expect(await page.locator('#refused li').allTextContents()).toEqual([
        'counters[1] cnt_nobody-1它的依赖方没有登记请写进文件，或先添加它',
      ]);
      expect(await axeFindings(page)).toEqual([]);
      await keyboard.press('import-send');
      await expect.poll(facts, soon).toBe('已有，相同2没有接受1');
    },
    patience,
  );

  it(
    'is found among all by how its id, its name or a word of it begins',
    async () => {
      await page.goto(`${world.url}#/rps`);
      for (const text of ['rp_quay', 'quay', '码头', 'QUAY INN']) {
        await keyboard.type('search', text);
        await expect.poll(names, soon).toEqual(['码头旅馆']);
        expect(await keyboard.focused()).toBe('search');
      }
      await keyboard.type('search', 'nobody');
      await page.locator('main', { hasText: '没有这样开头的依赖方' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
    },
    patience,
  );

  it(
    'is renamed once the registrar has signed the new name',
    async () => {
      await page.goto(`${world.url}#/rps/${rpId}`);
      await keyboard.type('rp-name', '码头酒店 Quay Hotel');
      await registrarToken();
      await keyboard.press('rename-send');
      await expect.poll(facts, soon).toContain('名称码头酒店');
      expect(await axeFindings(page)).toEqual([]);
    },
    patience,
  );

  it(
    'has its results encrypted to a key of its own, and no longer, by a second press',
    async () => {
      await keyboard.press('encryption-open');
      await keyboard.press('encryption-send');
      await page.locator('[role=alert]', { hasText: '粘贴依赖方的公钥' }).waitFor();
      const [made] = await Promise.all([page.waitForEvent('download'), keyboard.press('make-key')]);
      expect(made.suggestedFilename()).toBe(`${rpId}.results.private.jwk.json`);
      await keyboard.press('encryption-send');
      await page.locator('#encryption-now', { hasText: '结果加密给密钥' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await keyboard.press('encrypt-no-more');
      await page.locator('#encrypt-no-more.armed').waitFor();
      await page.keyboard.press('Enter');
      await page.locator('#encryption-now', { hasText: '不加密' }).waitFor();
      await expect.poll(keyboard.focused, soon).toBe('title');
    },
    patience,
  );

  it.each([
    ['acceptance-points', 'point', 'acp_quay', '关闭'],
    ['terminal-owners', 'owner', 'own_quay', '撤下'],
  ])(
    'gets and loses one of its %s',
    async (address, kind, id, ends) => {
      await page.goto(`${world.url}#/rps/${rpId}/${address}`);
      await keyboard.type(`${kind}-id`, id);
      await keyboard.type(`${kind}-name`, '码头大厅 Quay Hall');
      if (kind === 'point') await keyboard.type('place', '码头 2 号');
      await keyboard.press(`new-${kind}-send`);
      const listed = page.locator('.list > li');
      await listed.filter({ hasText: id }).waitFor();
      expect(await page.locator(`#${kind}-id`).inputValue()).toBe('');
      expect(await axeFindings(page)).toEqual([]);
      await keyboard.press(`close-${id}`);
      await page.locator('.armed', { hasText: `再按一次：${ends} ${id}` }).waitFor();
      await page.keyboard.press('Enter');
      await listed.filter({ hasText: '已吊销' }).waitFor();
      await expect.poll(keyboard.focused, soon).toBe('title');
    },
    patience,
  );
});

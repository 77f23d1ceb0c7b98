import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeCitizen } from '../../stand-ins/phone/make-citizen.ts';
import { identityOf, readPerson } from '../../stand-ins/phone/read-people.ts';
import { type Clerk, openClerk } from './clerk.ts';
import { beChecked, type Holders, openHolders } from './holders.fixture.ts';

const chromium = inject('chromium');
const people = join(import.meta.dirname, '..', '..', 'people');
const patience = 240_000;

/** A counter page and phones before it. */
describe.skipIf(chromium === '')('in Chromium a check', () => {
  let holders: Holders;
  let clerk: Clerk;
  let strict: Page;

  beforeAll(async () => {
    if (chromium === '') return;
    holders = await openHolders(chromium);
    clerk = await openClerk(chromium, holders.running.bffUrl);
    strict = await holders.holder('scenes-strict', makeCitizen(831, '周三'), 'strict');
  }, patience);
  afterAll(async () => {
    await clerk?.close();
    await holders?.close();
    expect(holders?.faults ?? []).toEqual([]);
  });

  it.each([
    ['hospital', '演示医院', '看病就医 · 挂号就诊', '线上办理'],
    ['rail', '演示交通枢纽', '铁路乘车 · 进站乘车', '线上办理'],
    ['bank-account', '演示银行', '银行账户 · 开立账户', '当面核验'],
  ] as const)(
    'of the scene %s says who asks and for what, in words of its own and with its level, on the phone and at the counter',
    async (scene, rpName, purpose, level) => {
      const offered = clerk.page.locator('#scenes label', { has: clerk.page.locator(`[value=${scene}]`) });
      expect(await offered.textContent()).toContain(level);
      await clerk.start(scene);
      expect(await clerk.page.locator('#asks').innerText()).toBe(purpose);
      await strict.goto(await clerk.scan());
      await strict.locator('#agree').waitFor();
      expect(await strict.locator('#rp-name').innerText()).toBe(rpName);
      expect(await strict.locator('#purpose').innerText()).toContain(purpose);
      expect(await strict.locator('#asked-level').innerText()).toContain(level);
      await holders.decides('pass');
      expect(await beChecked(strict, clerk)).toBe('passed');
      await clerk.sees('passed');
    },
    patience,
  );

  it(
    'at a net bar refuses a minor: the phone says why, the counter that it failed and nothing of an age',
    async () => {
      const minor = await holders.holder('scenes-minor', identityOf(await readPerson(people, 'c01')));
      await clerk.start('net-bar');
      await minor.goto(await clerk.scan());
      await minor.locator('#agree').waitFor();
      expect(await minor.locator('#also').innerText()).toContain('18');
      await holders.decides('pass');
      expect(await beChecked(minor, clerk)).toBe('failed');
      await clerk.sees('failed');
      expect(await minor.locator('#hints').innerText()).toContain('这里只接待年满 18 周岁的人');
      expect(await clerk.page.locator('main').innerText()).not.toMatch(/岁|年龄|未成年/);
    },
    patience,
  );

  it(
    'at a bank is not for a credential that was applied for online: the phone says how to go on, and the clerk goes on without it',
    async () => {
      const basic = await holders.holder('scenes-basic', makeCitizen(833, '李七'));
      await clerk.start('bank-account');
      await basic.goto(await clerk.scan());
      await basic.locator('.problem-level-too-low').waitFor();
      await basic.locator('#staffed-way').waitFor();
      await clerk.page.locator('#staffed').click();
      await clerk.sees('declined');
    },
    patience,
  );
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeCitizen } from '../../stand-ins/phone/make-citizen.ts';
import { type Clerk, openClerk } from './clerk.ts';
import { beChecked, type Holders, openHolders } from './holders.fixture.ts';

const chromium = inject('chromium');
const patience = 240_000;
const name = '吴四';
const { idNumber } = makeCitizen(841, name);

/** One phone after a check at a counter page, and the operator's console. */
describe.skipIf(chromium === '')('the record of a check in Chromium', () => {
  let holders: Holders;
  let clerk: Clerk;
  let phone: Page;

  beforeAll(async () => {
    if (chromium === '') return;
    holders = await openHolders(chromium);
    clerk = await openClerk(chromium, holders.running.bffUrl);
    phone = await holders.holder('recorded', makeCitizen(841, name));
  }, patience);
  afterAll(async () => {
    await clerk?.close();
    await holders?.close();
    expect(holders?.faults ?? []).toEqual([]);
  });

  const action = (id: string) => phone.locator(`[id^="${id}-"]`).first();

  it(
    'says who asked, where, for what, when, how it ended and what was released, as the authority has signed it',
    async () => {
      await clerk.start();
      await phone.goto(await clerk.scan());
      await holders.decides('pass');
      await phone.locator('#agree').waitFor();
      expect(await beChecked(phone, clerk)).toBe('passed');
      await clerk.sees('passed');
      const reference = await phone.locator('#reference').innerText();
      await phone.goto('/pages/records/index');
      await phone.locator('.record-confirmed').first().waitFor();
      await action('details').click();
      const card = await phone.locator('.card', { hasText: reference }).innerText();
      for (const said of [
        ...['演示酒店', '酒店入住', '通过', '线上办理', '认证方已确认'],
        ...['地点', '演示市测试路 1 号', '柜台', '前台一', '办理入住', '没有姓名、号码和照片'],
      ])
        expect(card).toContain(said);
    },
    patience,
  );

  it(
    'reports once that the counter wanted more',
    async () => {
      await action('asked-more').click();
      await action('wanted-card').click();
      await action('report').click();
      await phone.getByText('已反映，谢谢。').waitFor();
      await phone.reload();
      await action('details').click();
      await phone.getByText('已反映，谢谢。').waitFor();
      expect(await action('asked-more').count()).toBe(0);
    },
    patience,
  );

  it(
    'is disputed: the credential is frozen at once, and the operator sees that, and nobody',
    async () => {
      await action('not-me').click();
      await action('not-me-yes').click();
      await phone.getByText('已冻结，并已告诉运营方').waitFor();
      await phone.goto('/');
      await phone.locator('.credential-frozen.credential-from-bff').waitFor();
      const operator = await holders.console();
      await operator.goto('#/disputes');
      const listed = operator.locator('#disputes > li');
      await listed.first().waitFor();
      expect(await listed.allInnerTexts()).toEqual([expect.stringContaining('办核验的不是本人')]);
      const shown = await operator.locator('body').innerText();
      for (const person of [name, idNumber, 'recorded', 'rp_sandbox-hotel'])
        expect(shown).not.toContain(person);
    },
    patience,
  );
});

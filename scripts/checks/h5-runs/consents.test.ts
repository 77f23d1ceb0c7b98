import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeCitizen } from '../../stand-ins/phone/make-citizen.ts';
import { type Clerk, openClerk } from './clerk.ts';
import { beChecked, type Holders, openHolders } from './holders.fixture.ts';

const chromium = inject('chromium');
const patience = 240_000;
const name = '褚八';
const identity = makeCitizen(861, name);

/** One phone and a counter page, from a check to the end of the account. */
describe.skipIf(chromium === '')('what was agreed to, on the real H5 build', () => {
  let holders: Holders;
  let clerk: Clerk;
  let phone: Page;

  beforeAll(async () => {
    if (chromium === '') return;
    holders = await openHolders(chromium);
    clerk = await openClerk(chromium, holders.running.bffUrl);
    phone = await holders.holder('consents', identity);
  }, patience);
  afterAll(async () => {
    await clerk?.close();
    await holders?.close();
    expect(holders?.faults ?? []).toEqual([]);
  });

  const tap = (id: string) => phone.locator(`#${id}:visible`).first().click();

  it(
    'stands on its page with the words, for the application and for a check, face and voice apart',
    async () => {
      await clerk.start();
      await phone.goto(await clerk.scan());
      await holders.decides('pass');
      expect(await beChecked(phone, clerk)).toBe('passed');
      await phone.goto('/pages/consents/index');
      const face = phone.locator('#consent-face');
      await face.getByText('看当时的说明').first().click();
      const words = await face.innerText();
      for (const said of ['现在同意', '申请网证', '柜台核验', '照片在手机上加密，只有认证方能打开'])
        expect(words).toContain(said);
      const voice = await phone.locator('#consent-voice').innerText();
      expect(voice).toContain('申请网证');
      expect(voice).not.toContain('柜台核验');
    },
    patience,
  );

  it(
    'is exported with all that is held, to be read on a page and taken along as JSON',
    async () => {
      await tap('held');
      await phone.locator('#held-authority').waitFor();
      expect(await phone.locator('#held-authority').innerText()).toContain('登记的人脸');
      const [saving] = await Promise.all([phone.waitForEvent('download'), tap('take-along')]);
      const saved = await saving.path();
      const { own, authority, phone: kept } = JSON.parse(await readFile(saved, 'utf8'));
      expect(own.consents.length).toBeGreaterThanOrEqual(3);
      expect(authority.credential).toMatchObject({ level: 'basic' });
      expect(kept.records).toMatchObject([
        { outcome: 'passed', rpName: expect.stringContaining('演示酒店') },
      ]);
      await tap('held-back');
    },
    patience,
  );

  it(
    'is taken back: the voice alone, then the face, with which the credential is void; the phone and the counter offer the staff',
    async () => {
      await tap('withdraw-voice');
      await tap('withdraw-voice-yes');
      await tap('withdrawn-back');
      expect(await phone.locator('#consent-voice').innerText()).toContain('现在没有同意');
      await tap('withdraw-face');
      expect(await phone.locator('.card', { hasText: '还能怎么办事' }).innerText()).toContain(
        '工作人员核验身份证',
      );
      await tap('withdraw-face-yes');
      await phone.getByText('已撤回，网证已作废').waitFor();

      await clerk.start();
      await phone.goto(await clerk.scan());
      await phone.locator('#problem #staffed-way').waitFor();
      await clerk.page.locator('#staffed').click();
      await clerk.sees('declined');
    },
    patience,
  );

  it(
    'is gone with the account, for which there is a receipt; the phone is wiped',
    async () => {
      await phone.goto('/pages/consents/index');
      await tap('erase');
      await tap('erase-yes');
      const number = phone.locator('#erasure-number');
      await number.waitFor();
      expect(await number.innerText()).toMatch(/^ers_/);
      expect(await phone.evaluate(() => Object.keys(localStorage).sort())).not.toContain(
        'liangzheng.credential-handle',
      );

      // The device key opens nothing any more: whoever comes has to sign in anew.
      await phone.goto('/pages/consents/index');
      await phone.getByText('获取验证码').waitFor();
    },
    patience,
  );
});

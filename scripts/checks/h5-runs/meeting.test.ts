import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { makeCitizen } from '../../stand-ins/phone/make-citizen.ts';
import { agreeByFace, type Holders, openHolders } from './holders.fixture.ts';

const chromium = inject('chromium');
/** Milliseconds for a whole test. */
const patience = 180_000;

describe.skipIf(chromium === '')('two people in Chromium', () => {
  let holders: Holders;

  beforeAll(async () => {
    if (chromium !== '') holders = await openHolders(chromium);
  }, patience);
  afterAll(() => holders?.close());

  it(
    'confirm each other: one shows a code, the other scans it, and each phone says how it ended for the other, under one reference',
    async () => {
      const shows = await holders.holder('钱一', makeCitizen(821, '钱一'));
      const scans = await holders.holder('孙二', makeCitizen(822, '孙二'));
      await shows.goto('/pages/meet/index');
      await shows.locator('#show-code').click();
      const code = shows.locator('#meeting-code');
      await code.waitFor();
      await scans.goto((await code.getAttribute('data-code')) ?? '');
      await scans.locator('#privately').waitFor();
      expect(await scans.locator('#rp-name').innerText()).toBe('一个人');
      await holders.decides('pass', 2);
      await agreeByFace(scans);
      await scans.locator('#meet-waiting').waitFor();
      await agreeByFace(shows);
      const seen = await Promise.all(
        [shows, scans].map(async (page) => {
          await page.locator('#other-state').waitFor();
          const clock = page.locator('#clock');
          const first = await clock.innerText();
          await expect.poll(() => clock.innerText()).not.toBe(first);
          return await page.locator('.verdict-word, #reference').allInnerTexts();
        }),
      );
      expect(seen[0]).toEqual(['对方已确认', expect.stringMatching(/^[0-9A-Z]{3}-[0-9A-Z]{3}$/)]);
      expect(seen[1]).toEqual(seen[0]);
      for (const page of [shows, scans]) {
        await page.goto('/pages/records/index');
        await page.locator('.record-confirmed').first().waitFor();
        expect(await page.locator('.card-heading').first().innerText()).toBe('与另一个人互认');
        await page.locator('[id^="details-"]').first().click();
        const facts = page.locator('.record-details');
        await facts.getByText('对方得到的').waitFor();
        expect(await facts.innerText()).toMatch(
          /办理\s+互相确认[\s\S]*对方得到的\s+通过；没有姓名、号码和照片/u,
        );
      }
      expect(holders.faults).toEqual([]);
    },
    patience,
  );
});

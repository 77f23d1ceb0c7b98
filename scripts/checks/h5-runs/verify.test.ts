import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { readSession } from '../../../miniprogram/src/attempt/08-own-session.ts';
import { beginCheck } from '../../../miniprogram/src/journey/begin.ts';
import { parseKept } from '../../../miniprogram/src/start/kept-receipts.ts';
import * as limits from '../../../shared/limits.ts';
import { referenceOf } from '../../../shared/reference.ts';
import { makeCitizen } from '../../stand-ins/phone/make-citizen.ts';
import { pickUpPhone } from '../../stand-ins/phone/pick-up-phone.ts';
import { enrol } from '../../stand-ins/phone/play-journey.ts';
import { anySamples } from '../../stand-ins/phone/stand-in-platform.ts';
import { zoomedFindings } from '../zoomed-findings.ts';
import type { BrowserPhone } from './browser-phone.ts';
import {
  agree,
  agreeAndCapture,
  applyOn,
  beAsked,
  captureToEnd,
  ceremonyPatience,
  signIn,
  stepPatience,
} from './ceremonies.fixture.ts';
import { type Reader, readerOf, readingWrong } from './citizen.fixture.ts';
import { type Clerk, openClerk } from './clerk.ts';
import { readVault } from './read-vault.ts';
import { relayTo } from './relay.fixture.ts';
import { openWorld, type World } from './world.fixture.ts';

const chromium = inject('chromium');
const number = '13800000001';
/** Milliseconds for a whole test. */
const patience = 600_000;
/** A window of 1280x1024 at 400 %. */
const zoomed = { width: 320, height: 256 };

/** One phone through all runs, in this order: it applies, and is then verified, or not. */
describe.skipIf(chromium === '')('the H5 app in Chromium', () => {
  let world: World;
  let citizen: Reader;
  let phone: BrowserPhone;

  beforeAll(async () => {
    if (chromium === '') return;
    world = await openWorld(chromium);
    citizen = await readerOf('p01');
    phone = await world.open('phone', citizen);
  }, patience);
  afterEach(() => {
    phone.person = citizen;
    expect(phone.faults).toEqual([]);
  });
  afterAll(async () => {
    await phone?.close();
    await world?.close();
  });

  const stateAt = async (sessionId: string) =>
    (await world.hotel.awaitEnd(sessionId, ceremonyPatience)).view.state;

  it(
    'asks one who has no login to sign in, and one who has no credential to apply',
    async () => {
      const { code } = await world.hotel.openSession('hotel', 'check-in');
      await phone.page.goto(code());
      await phone.page.waitForURL(/\/pages\/login\//);
      await signIn(phone, world.running, number);
      await phone.page.locator('.problem-credential-missing').waitFor({ timeout: stepPatience });
      expect(await phone.page.locator('#staffed-way').isVisible()).toBe(true);
      await phone.page.locator('#apply-first').click();
    },
    patience,
  );

  it(
    'applies',
    async () => {
      const end = await applyOn(world, phone, { name: citizen.name, idNumber: citizen.idNumber });
      expect(end, JSON.stringify(end)).toMatchObject({ state: 'passed' });
    },
    patience,
  );

  /** The guest scans what the counter shows until the scan counts, as people do: on a busy machine the first may come too late to go first. */
  async function scanFresh(clerk: Clerk): Promise<void> {
    const asked = phone.page.locator('#agree');
    const taken = phone.page.locator('.problem-session-taken');
    do {
      await phone.page.goto(await clerk.scan());
      await asked.or(taken).first().waitFor({ timeout: stepPatience });
    } while (!(await asked.isVisible()));
  }

  it(
    'is verified at the counter page by a challenge that nobody fixed, though somebody elsewhere claimed by a photo of the code: both sides say passed',
    async () => {
      const clerk = await openClerk(chromium, world.running.bffUrl);
      await clerk.start();
      const remote = await claimElsewhere(await clerk.scan());
      await clerk.page.locator('body[data-phase=word]').waitFor({ timeout: stepPatience });

      const followed = phone.performance.followed.length;
      const sizes: number[] = [];
      phone.page.on('request', (request) => {
        if (request.url().endsWith('/samples/face')) sizes.push(request.postDataBuffer()?.length ?? 0);
      });
      await scanFresh(clerk);
      expect(await remote()).toBe('session-taken');
      expect(await zoomedFindings(phone.page, zoomed)).toEqual([]);
      await agree(phone);
      await phone.page.locator('#start-face:not(.action-resting)').waitFor({ timeout: stepPatience });
      expect(await zoomedFindings(phone.page, zoomed)).toEqual([]);
      const end = await captureToEnd(world, phone, () => Promise.reject(new Error('no word is needed')));
      expect(end, JSON.stringify(end)).toMatchObject({ state: 'passed' });
      await clerk.sees('passed');
      expect(await zoomedFindings(phone.page, zoomed)).toEqual([]);
      expect(phone.performance.followed.length - followed).toBeGreaterThanOrEqual(2);
      expect(phone.performance.read.at(-1)).toMatch(/^[0-9]{6}$/);
      expect(phone.performance.shown.at(-1)).toBe(phone.performance.read.at(-1));
      expect(Math.min(...sizes)).toBeGreaterThan(60_000);
      expect(Math.max(...sizes)).toBeLessThan(220_000);
      await clerk.close();
    },
    patience,
  );

  /** Somebody elsewhere, who has a credential, claims late by a photo of the code. Answers how that phone is told of the check later. */
  async function claimElsewhere(photographed: string): Promise<() => Promise<string>> {
    const late = new Promise((resolve) => setTimeout(resolve, limits.counterCodeMaxAge + 1000));
    const { holder } = await pickUpPhone(world.running, 'elsewhere', { samples: anySamples });
    await world.script({ name: 'stub-decision', outcome: 'pass', times: 1 });
    await enrol(holder, { identity: makeCitizen(1, '测试甲') });
    await late;
    const { view } = await beginCheck(holder, photographed);
    return () =>
      readSession(holder, view.id).then(
        ({ state }) => state,
        ({ code }: { code: string }) => code,
      );
  }

  it(
    'passes nobody at the counter by a code that was sent on live, where nobody there has heard the word',
    async () => {
      const clerk = await openClerk(chromium, world.running.bffUrl);
      const end = await relayTo(world, phone, clerk, async (digits) => {
        expect(await zoomedFindings(phone.page, zoomed)).toEqual([]);
        const [first = '', second = ''] = ['111', '222', '333'].filter((guess) => guess !== digits);
        await clerk.typeWord(first);
        await clerk.page.locator('body[data-phase=again]').waitFor({ timeout: stepPatience });
        await clerk.typeWord(second);
      });
      expect(end, JSON.stringify(end)).toMatchObject({ state: 'failed' });
      await clerk.sees('failed');
      expect(await clerk.shown()).toEqual(['ready', 'open', 'claimed', 'failed']);
      await clerk.close();
    },
    patience,
  );

  it(
    'passes an accomplice to whom the victim reads the word by phone, against what the screen says',
    async () => {
      const clerk = await openClerk(chromium, world.running.bffUrl);
      const end = await relayTo(world, phone, clerk, clerk.typeWord);
      expect(end, JSON.stringify(end)).toMatchObject({ state: 'passed' });
      await clerk.sees('passed');
      await clerk.close();
    },
    patience,
  );

  it(
    'fails with the face of another citizen',
    async () => {
      const { roll } = await readerOf('p02');
      const sessionId = await beAsked(world.hotel, phone);
      phone.person = { roll, speech: citizen.speech };
      const end = await agreeAndCapture(world, phone);
      expect(end, JSON.stringify(end)).toMatchObject({ state: 'failed' });
      expect(await stateAt(sessionId)).toBe('failed');
    },
    patience,
  );

  it(
    'fails with wrong digits, and says that the digits are to be read as shown',
    async () => {
      const { person, shown } = readingWrong(citizen);
      const sessionId = await beAsked(world.hotel, phone);
      await world.script({ name: 'fixed-challenge', sessionId, digits: shown });
      phone.person = person;
      const end = await agreeAndCapture(world, phone);
      expect(end, JSON.stringify(end)).toMatchObject({ state: 'failed' });
      expect(end.hints.at(-1)).toContain('数字');
      expect(await stateAt(sessionId)).toBe('failed');
    },
    patience,
  );

  it('may decline, and the counter is told', async () => {
    const sessionId = await beAsked(world.hotel, phone);
    await phone.page.locator('#decline').click();
    expect(await stateAt(sessionId)).toBe('declined');
    await phone.page.locator('.result-declined').waitFor();
  });

  it('shows how to get the strict level where a counter asks for it', async () => {
    const { code } = await world.office.openSession('gov-window', 'handle-affairs');
    await phone.page.goto(code());
    await phone.page.locator('.problem-level-too-low').waitFor({ timeout: stepPatience });
    expect(await phone.page.locator('#staffed-way').isVisible()).toBe(true);
  });

  it(
    'shows how to scan again where the code is too old to arrive by',
    async () => {
      const { code } = await world.hotel.openSession('hotel', 'check-in');
      const old = code();
      await new Promise((resolve) => setTimeout(resolve, limits.lateCodeMaxAge + 1000));
      await phone.page.goto(old);
      expect(await phone.page.locator('h1').innerText()).toBe('二维码已过期');
      expect(await phone.page.locator('#landing').innerText()).toMatch(/再扫一次.*人工/s);
    },
    patience,
  );

  it('keeps nothing but the device key, the handle and how new a key list it has seen', async () => {
    await phone.page.goto(`${world.running.bffUrl}/`);
    const kept = await phone.page.evaluate(() => JSON.stringify(Object.keys(localStorage).sort()));
    const names = ['credential-handle', 'device-key', 'newest-key-list'];
    expect(JSON.parse(kept)).toEqual(names.map((name) => `liangzheng.${name}`));
  });

  it('keeps the records of its checks over a reload, of which nobody who reads its storage sees a word', async () => {
    const { page } = phone;
    await page.goto(`${world.running.bffUrl}/pages/records/index`);
    const references = page.locator('.record-reference');
    // The last is of the application, of which the receipt tells a little later: nobody but the holder asked.
    const ends = ['declined', 'failed', 'failed', 'passed', 'failed', 'passed', 'passed'];
    await expect.poll(() => references.count(), { timeout: stepPatience }).toBe(ends.length);
    const inVault = async () => parseKept((await readVault(page)).opened[0]).records;
    await expect
      .poll(async () => (await inVault()).map(({ outcome }) => outcome), { timeout: stepPatience })
      .toEqual(ends);
    const { records, seen, keys } = await readVault(page);
    expect(records).toBe(1);
    expect(keys).toEqual([{ algorithm: 'AES-GCM', extractable: false, exported: false }]);
    for (const { id, rpName, scene = 'hotel', outcome } of await inVault())
      for (const plain of [id, referenceOf(id), rpName || '演示', scene, outcome, 'outcome'])
        expect(seen).not.toContain(plain);
  });

  it(
    'is signed out when the same person signs in on another phone, and keeps no record',
    async () => {
      const other = await world.open('another', citizen);
      await other.page.goto(`${world.running.bffUrl}/pages/apply/index`);
      await signIn(other, world.running, number);
      await other.page.locator('#consent-face').waitFor({ timeout: stepPatience });
      await other.close();

      const { code } = await world.hotel.openSession('hotel', 'check-in');
      await phone.page.goto(code());
      await phone.page.waitForURL(/\/pages\/login\//, { timeout: stepPatience });
      expect((await readVault(phone.page)).records).toBe(0);
    },
    patience,
  );
});

import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { limits } from '../../../shared/limits.ts';
import type { BrowserPhone } from './browser-phone.ts';
import {
  agreeAndCapture,
  applyOn,
  beAsked,
  ceremonyPatience,
  signIn,
  stepPatience,
} from './ceremonies.fixture.ts';
import { type Reader, readerOf, readingWrong } from './citizen.fixture.ts';
import { openClerk } from './clerk.ts';
import { openWorld, type World } from './world.fixture.ts';

const chromium = inject('chromium');
const number = '13800000001';
/** Milliseconds for a whole test. */
const patience = 300_000;

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

  it(
    'is verified at the counter page by a challenge that nobody fixed: both sides say passed',
    async () => {
      const clerk = await openClerk(chromium, world.running.bffUrl);
      await clerk.start();
      const followed = phone.performance.followed.length;
      const sizes: number[] = [];
      phone.page.on('request', (request) => {
        if (request.url().endsWith('/samples/face')) sizes.push(request.postDataBuffer()?.length ?? 0);
      });
      await phone.page.goto(await clerk.scan());
      const end = await agreeAndCapture(world, phone, clerk.typeWord);
      expect(end, JSON.stringify(end)).toMatchObject({ state: 'passed' });
      await clerk.sees('passed');
      expect(phone.performance.followed.length - followed).toBeGreaterThanOrEqual(2);
      expect(phone.performance.read.at(-1)).toMatch(/^[0-9]{6}$/);
      expect(phone.performance.shown.at(-1)).toBe(phone.performance.read.at(-1));
      expect(Math.min(...sizes)).toBeGreaterThan(60_000);
      expect(Math.max(...sizes)).toBeLessThan(220_000);
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

  it(
    'is signed out when the same person signs in on another phone',
    async () => {
      const other = await world.open('another', citizen);
      await other.page.goto(`${world.running.bffUrl}/pages/apply/index`);
      await signIn(other, world.running, number);
      await other.page.locator('#consent-face').waitFor({ timeout: stepPatience });
      await other.close();

      const { code } = await world.hotel.openSession('hotel', 'check-in');
      await phone.page.goto(code());
      await phone.page.waitForURL(/\/pages\/login\//, { timeout: stepPatience });
    },
    patience,
  );
});

import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { hidePage } from '../hide-page.ts';
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
import { type Reader, readerOf } from './citizen.fixture.ts';
import { openWorld, type World } from './world.fixture.ts';

const chromium = inject('chromium');
/** Nobody's: region 99 is not assigned, and no citizen of the register has this number. */
const stranger = { name: '沈无名', idNumber: '990001198808082021' };
/** Milliseconds for a whole test. */
const patience = 600_000;
const samples = '**/samples/*';

/** One phone through all runs, in this order; whatever comes between, the person gets through or is told what to do. */
describe.skipIf(chromium === '')('the H5 app in Chromium when something comes between', () => {
  let world: World;
  let citizen: Reader;
  let phone: BrowserPhone;
  /** A check that was opened early and that the person never answers. */
  let unanswered: string;

  beforeAll(async () => {
    if (chromium === '') return;
    world = await openWorld(chromium);
    citizen = await readerOf('p02');
    phone = await world.open('phone', citizen);
  }, patience);
  afterEach(() => {
    expect(phone.faults).toEqual([]);
  });
  afterAll(async () => {
    await phone?.close();
    await world?.close();
  });

  it(
    'says that it is opening until the app has come, and how to open it again where it does not come',
    async () => {
      const page = await phone.page.context().newPage();
      await page.route('**/js/*', (route) => route.abort());
      await page.goto(world.running.bffUrl);
      const opening = page.locator('#opening');
      expect(await opening.innerText()).toContain('正在打开');
      await page.unroute('**/js/*');
      await page.locator('#open-again').click({ timeout: stepPatience });
      await page.locator('#apply').waitFor({ timeout: stepPatience });
      expect(await opening.isVisible()).toBe(false);
      await page.close();
    },
    patience,
  );

  it(
    'keeps the language and the size of type that were chosen, on every page and before the app has come',
    async () => {
      const origin = world.running.bffUrl;
      const page = await phone.page.context().newPage();
      await page.goto(origin);
      await page.locator('#language').click({ timeout: stepPatience });
      await page.locator('#type-size').click();
      for (const path of ['', 'pages/login/index', 'pages/scan/index', 'pages/help/index']) {
        await page.goto(`${origin}/${path}`);
        await page.locator('.page-en.large-type').waitFor({ timeout: stepPatience });
      }
      await page.route('**/js/*', (route) => route.abort());
      await page.goto(origin);
      const root = await page.evaluate(() => [
        document.documentElement.lang,
        document.documentElement.className,
      ]);
      expect(root).toEqual(['en', 'opening-large']);
      await page.unroute('**/js/*');
      await page.goto(origin);
      await page.locator('#type-size').click({ timeout: stepPatience });
      await page.locator('#language').click();
      await page.locator('.page-zh:not(.large-type)').waitFor({ timeout: stepPatience });
      await page.close();
    },
    patience,
  );

  const stateAt = async (sessionId: string, longest = ceremonyPatience) =>
    (await world.hotel.awaitEnd(sessionId, longest)).view.state;

  it(
    'lets one apply whom the register does not know, by the photo of the ID card and without a voice',
    async () => {
      await phone.page.goto(`${world.running.bffUrl}/pages/apply/index`);
      await signIn(phone, world.running, '13800000002');
      const end = await applyOn(world, phone, { ...stranger, idPhoto: citizen.idPhoto, silent: true });
      expect(end, JSON.stringify(end)).toMatchObject({ state: 'passed' });
      unanswered = await beAsked(world.hotel, phone);
    },
    patience,
  );

  it(
    'sends nothing of a capture whose page was hidden, and takes it again',
    async () => {
      const { page } = phone;
      const sessionId = await beAsked(world.hotel, phone);
      const sent: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/samples/')) sent.push(request.url());
      });
      await agree(phone);
      await page.locator('#start-face').click({ timeout: stepPatience });
      await page.locator('#prompt.prompt-neutral').waitFor({ timeout: stepPatience });
      await hidePage(page, true);
      await page.locator('.problem-capture-interrupted').waitFor({ timeout: stepPatience });
      expect(sent).toEqual([]);
      await hidePage(page, false);
      await page.locator('#try-again').click();
      const end = await captureToEnd(world, phone);
      expect(end, JSON.stringify(end)).toMatchObject({ state: 'passed' });
      expect(await stateAt(sessionId)).toBe('passed');
    },
    patience,
  );

  it(
    'goes on after a reload in the middle of the capture',
    async () => {
      const { page } = phone;
      const sessionId = await beAsked(world.hotel, phone);
      await agree(phone);
      await page.locator('#start-face').click({ timeout: stepPatience });
      await page.locator('#prompt.prompt-neutral').waitFor({ timeout: stepPatience });
      await page.reload();
      const end = await agreeAndCapture(world, phone);
      expect(end, JSON.stringify(end)).toMatchObject({ state: 'passed' });
      expect(await stateAt(sessionId)).toBe('passed');
    },
    patience,
  );

  it(
    'sends again what did not get through, without a new capture',
    async () => {
      const { page } = phone;
      const sessionId = await beAsked(world.hotel, phone);
      await page.route(samples, (route) => route.abort());
      const performed = phone.performance.followed.length;
      const sendAgain = async () => {
        await page.locator('#problem #try-again').waitFor({ timeout: ceremonyPatience });
        await page.unroute(samples);
        await page.locator('#problem #try-again').click();
      };
      const [ended] = await Promise.all([agreeAndCapture(world, phone), sendAgain()]);
      expect(ended).toMatchObject({ state: 'passed' });
      expect(await stateAt(sessionId)).toBe('passed');
      expect(phone.performance.followed.length - performed).toBe(2);
    },
    patience,
  );

  it(
    'opens one page of the capture where agree is tapped twice, and tells the counter at once that its guest goes to the staff',
    async () => {
      const { page } = phone;
      const sessionId = await beAsked(world.hotel, phone);
      await page.locator('#agree').dblclick();
      // The second tap is no answer to the question that stands there now.
      expect(await page.locator('#start-face').count()).toBe(0);
      await page.locator('#agree-voice').dblclick();
      await page.locator('#start-face:not(.action-resting)').waitFor({ timeout: stepPatience });
      expect(await page.locator('#start-face').count()).toBe(1);
      await page.locator('#switch-to-staff:visible').click();
      expect(await stateAt(sessionId)).toBe('declined');
      await page.locator('.result-declined').waitFor({ timeout: stepPatience });
    },
    patience,
  );

  it(
    'ends a capture by itself whose camera gives no picture, and says what to do',
    async () => {
      const { page } = phone;
      const sessionId = await beAsked(world.hotel, phone);
      await page.evaluate(() => {
        HTMLCanvasElement.prototype.toBlob = () => undefined;
      });
      await agree(phone);
      await page.locator('#start-face').click({ timeout: stepPatience });
      await page.locator('.problem-capture-timeout').waitFor({ timeout: ceremonyPatience });
      await page.locator('#try-again').waitFor();
      await world.hotel.endSession(sessionId, 'staffed');
    },
    patience,
  );

  it(
    'shows a clear way where the camera is refused',
    async () => {
      await phone.close();
      phone = await world.open('phone', citizen, false);
      const sessionId = await beAsked(world.hotel, phone);
      await agree(phone);
      await phone.page.locator('.problem-camera-refused').waitFor({ timeout: stepPatience });
      expect(await phone.page.locator('#problem #staffed-way').isVisible()).toBe(true);
      await world.hotel.endSession(sessionId, 'staffed');
    },
    patience,
  );

  it(
    'says at the counter and on the phone that a check which nobody answered has run out',
    async () => {
      expect(await stateAt(unanswered)).toBe('expired');
      await phone.page.goto(`${world.running.bffUrl}/pages/confirm/index?session=${unanswered}`);
      await phone.page.locator('.result-expired').waitFor({ timeout: stepPatience });
    },
    patience,
  );
});

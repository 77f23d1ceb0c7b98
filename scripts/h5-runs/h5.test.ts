import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../miniprogram-host/find-chromium.ts';
import { readPerson } from '../phone/read-people.ts';
import type { BrowserPhone } from './browser-phone.ts';
import { signIn } from './sign-in.ts';
import { openWorld, type World } from './world.fixture.ts';

const chromium = findChromium();
const number = '13800000001';
const asAsked = ['neutral', 'left', 'left', 'nod', 'nod'] as const;
const patience = 60_000;

/** One phone through all runs, in this order: it signs in and applies, and is then verified, or not. */
describe.skipIf(chromium === undefined)('the H5 app in Chromium', () => {
  let world: World;
  let phone: BrowserPhone | undefined;

  beforeAll(async () => {
    world = await openWorld(chromium ?? '');
    await world.script({ name: 'fixed-challenge', prompts: ['turn-left', 'nod'], digits: '141240' });
  });
  afterEach(async () => {
    expect(phone?.faults ?? []).toEqual([]);
    await phone?.close();
    phone = undefined;
  });
  afterAll(() => world?.strike());

  async function openPhone(person: string, recording: string, permits = true): Promise<BrowserPhone> {
    // Fake devices play the same pictures and sounds each time, which the authority would rightly refuse.
    await world.script({ name: 'forget-samples' });
    const camera = world.camera(person, asAsked);
    const opened = await world.open('phone', { camera, microphone: world.recording(recording), permits });
    phone = opened;
    return opened;
  }

  async function scanAtHotel({ page }: BrowserPhone): Promise<string> {
    const { session, code } = await world.counter.openSession('hotel', 'check-in');
    await page.goto(code());
    await page.locator('#agree').waitFor();
    return session.sessionId;
  }

  const stateAt = async (sessionId: string) => (await world.counter.awaitEnd(sessionId, patience)).view.state;
  const outcomeOn = async ({ page }: BrowserPhone) => {
    await page.locator('#result-state').waitFor({ timeout: patience });
    return await page.locator('#result-state').getAttribute('class');
  };

  it('signs in by SMS and applies', async () => {
    const opened = await openPhone('p01', 'p01-mic-enrol');
    const { page } = opened;
    await page.goto(`${world.running.bffUrl}/pages/apply/index`);
    await signIn(opened, world.running, number);
    await page.locator('#consent-face').click();
    await page.locator('#consent-voice').click();
    await page.locator('#consent-next').click();
    const { name, idNumber } = await readPerson(join(import.meta.dirname, '..', 'people'), 'p01');
    await page.locator('#name-input input').fill(name);
    await page.locator('#id-input input').fill(idNumber);
    await page.locator('#long-term').click();
    await page.locator('#identity-next').click();
    await page.locator('#start-face').click();
    expect(await outcomeOn(opened)).toContain('result-passed');
  });

  it('is verified at a hotel: counter and phone both say so', async () => {
    const opened = await openPhone('p01', 'p01-mic-verify-141240');
    const sessionId = await scanAtHotel(opened);
    await opened.page.locator('#agree').click();
    await opened.page.locator('#start-face').click();
    expect(await stateAt(sessionId)).toBe('passed');
    expect(await outcomeOn(opened)).toContain('result-passed');
  });

  it('fails with the face of another citizen', async () => {
    const opened = await openPhone('p02', 'p01-mic-verify-141240');
    const sessionId = await scanAtHotel(opened);
    await opened.page.locator('#agree').click();
    await opened.page.locator('#start-face').click();
    expect(await stateAt(sessionId)).toBe('failed');
    expect(await outcomeOn(opened)).toContain('result-failed');
  });

  it('fails with wrong digits, and says that the digits are to be read as shown', async () => {
    const opened = await openPhone('p01', 'p01-bank');
    const sessionId = await scanAtHotel(opened);
    await opened.page.locator('#agree').click();
    await opened.page.locator('#start-face').click();
    expect(await stateAt(sessionId)).toBe('failed');
    expect(await outcomeOn(opened)).toContain('result-failed');
    expect(await opened.page.locator('#hints').textContent()).toContain('数字');
  });

  it('may decline, and the counter is told', async () => {
    const opened = await openPhone('p01', 'p01-mic-verify-141240');
    const sessionId = await scanAtHotel(opened);
    await opened.page.locator('#decline').click();
    expect(await stateAt(sessionId)).toBe('declined');
    expect(await outcomeOn(opened)).toContain('result-declined');
  });

  it('goes on after a reload in the middle, without another SMS', async () => {
    const opened = await openPhone('p01', 'p01-mic-verify-141240');
    const sessionId = await scanAtHotel(opened);
    await opened.page.locator('#agree').click();
    await opened.page.locator('#start-face').waitFor();
    await opened.page.reload();
    await opened.page.locator('#decline').click();
    expect(await stateAt(sessionId)).toBe('declined');
  });

  it('shows a clear way where the camera is refused', async () => {
    const opened = await openPhone('p01', 'p01-mic-verify-141240', false);
    const sessionId = await scanAtHotel(opened);
    await opened.page.locator('#agree').click();
    await opened.page.locator('.problem-camera-refused').waitFor();
    expect(await opened.page.locator('#problem #staffed-way').isVisible()).toBe(true);
    await world.counter.endSession(sessionId, 'staffed');
  });

  it('keeps nothing but the device key and the handle', async () => {
    const opened = await openPhone('p01', 'p01-mic-verify-141240');
    await opened.page.goto(`${world.running.bffUrl}/`);
    const kept = await opened.page.evaluate(() => JSON.stringify(Object.keys(localStorage).sort()));
    expect(JSON.parse(kept)).toEqual(['liangzheng.credential-handle', 'liangzheng.device-key']);
  });

  it('is signed out when the same person signs in on another phone', async () => {
    const camera = world.camera('p01', asAsked);
    const other = await world.open('another', { camera, microphone: world.recording('p01-bank') });
    await other.page.goto(`${world.running.bffUrl}/pages/apply/index`);
    await signIn(other, world.running, number);
    await other.page.locator('#consent-face').waitFor();
    await other.close();

    const opened = await openPhone('p01', 'p01-mic-verify-141240');
    const { code } = await world.counter.openSession('hotel', 'check-in');
    await opened.page.goto(code());
    await opened.page.waitForURL(/\/pages\/login\//);
  });
});

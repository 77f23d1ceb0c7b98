import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { chromiumFlags, fakeDevices } from '../chromium.ts';
import { pinnedFonts } from '../pinned-fonts.ts';
import type { Scene } from './scene.ts';
import type { Style } from './styles.ts';
import type { World } from './world/world.ts';

const devices = join(import.meta.dirname, '..', 'h5-runs', 'fake-devices');

/** Chromium with the pinned fonts, whose own type is as large as the style wants, and a camera and a microphone that play files. */
export async function openBrowser(executablePath: string, { typeSize }: Style): Promise<Browser> {
  return await chromium.launch({
    executablePath,
    env: pinnedFonts(),
    args: [
      ...chromiumFlags,
      ...fakeDevices(join(devices, 'p01-camera.mjpeg'), join(devices, 'p01-bank.wav')),
      `--blink-settings=defaultFontSize=${typeSize}`,
    ],
  });
}

/** The phone of the scene, as it was left. */
export async function openPhone(
  browser: Browser,
  { running, stored }: World,
  { phone, refusesDevices }: Scene,
  { shows, locale, colorScheme, viewport }: Style,
): Promise<BrowserContext> {
  const origin = running.bffUrl;
  const entries = phone === 'counter' ? [] : Object.entries(stored(phone));
  const localStorage = entries.map(([name, value]) => ({ name: `liangzheng.${name}`, value }));
  return await browser.newContext({
    baseURL: origin,
    locale,
    colorScheme,
    viewport,
    hasTouch: true,
    isMobile: shows === 'phone',
    reducedMotion: 'reduce',
    permissions: refusesDevices ? [] : ['camera', 'microphone'],
    storageState: { cookies: [], origins: [{ origin, localStorage }] },
  });
}

import type { Page } from 'playwright-core';
import type { Scene } from '../scene.ts';
import type { World } from '../world/world.ts';
import { refuseAll, soon, tellOtherwise } from './told-otherwise.ts';

export async function scanAtHotel(page: Page, { hotel }: World): Promise<void> {
  await page.goto((await hotel.openSession('hotel', 'check-in')).code());
}

export async function agree(page: Page, world: World): Promise<void> {
  await scanAtHotel(page, world);
  await page.locator('#agree').click();
  await page.locator('#agree-voice').click();
}

async function capture(page: Page, world: World): Promise<void> {
  await agree(page, world);
  await page.locator('#start-face:not([disabled=""]):not([disabled="true"])').click();
}

/** From the scanned code to the last capture. */
export const checkScenes: readonly Scene[] = [
  { name: 'scan', phone: 'citizen', show: (page) => page.goto('/pages/scan/index'), ready: '#scan-frame' },
  { name: 'confirm', phone: 'citizen', show: scanAtHotel, ready: '#rp-name' },
  {
    name: 'confirm-arrived',
    phone: 'citizen',
    async show(page, world) {
      // The login never answers: who asks is shown meanwhile.
      await page.route('**/holder/v1/login', () => undefined);
      const { code } = await world.hotel.openSession('hotel', 'check-in');
      await page.goto(`/pages/confirm/index?code=${encodeURIComponent(code())}`);
    },
    ready: '#rp-name',
  },
  {
    name: 'confirm-voice',
    phone: 'citizen',
    async show(page, world) {
      await scanAtHotel(page, world);
      await page.locator('#agree').click();
    },
    ready: '#agree-voice',
  },
  {
    name: 'confirm-deadline',
    phone: 'citizen',
    async show(page, world) {
      await tellOtherwise(page, soon);
      await scanAtHotel(page, world);
    },
    ready: '#more-time',
  },
  {
    name: 'confirm-too-many',
    phone: 'citizen',
    async show(page, world) {
      await refuseAll(page, 'too-many-requests', { 'retry-after': '40' });
      await scanAtHotel(page, world);
    },
    ready: '#try-again.action-resting',
  },
  { name: 'confirm-not-logged-in', phone: 'fresh', show: scanAtHotel, ready: '#send-code' },
  {
    name: 'confirm-no-credential',
    phone: 'newcomer',
    show: scanAtHotel,
    ready: '.problem-credential-missing',
  },
  {
    name: 'confirm-level-too-low',
    phone: 'citizen',
    async show(page, { office }) {
      await page.goto((await office.openSession('gov-window', 'handle-affairs')).code());
    },
    ready: '.problem-level-too-low',
  },
  {
    name: 'confirm-stale-code',
    phone: 'citizen',
    async show(page, { staleCode }) {
      await page.goto(await staleCode());
    },
    ready: '#landing[data-state="stale"] .landing-rescan',
  },
  {
    name: 'confirm-no-code',
    phone: 'citizen',
    show: (page) => page.goto('/q/nonsense'),
    ready: '#landing[data-state="forged"] .landing-rescan',
  },
  { name: 'face-ready', phone: 'citizen', show: agree, ready: '#start-face:not(.action-resting)' },
  {
    name: 'face-deadline',
    phone: 'citizen',
    async show(page, world) {
      await tellOtherwise(page, soon);
      await agree(page, world);
    },
    ready: '.page-compact #more-time',
  },
  {
    name: 'face-prompt',
    drawn: true,
    phone: 'citizen',
    show: capture,
    ready: '#prompt:not(.prompt-ready, .prompt-preparing)',
  },
  {
    name: 'voice-ready',
    phone: 'citizen',
    async show(page, world) {
      await page.addInitScript(holdMicrophone);
      await capture(page, world);
    },
    ready: '#digits',
  },
  { name: 'voice-digits', drawn: true, phone: 'citizen', show: capture, ready: '.digit-said' },
  {
    name: 'voice-stopped',
    phone: 'citizen',
    async show(page, world) {
      await capture(page, world);
      await page.locator('#digits').waitFor();
      await page.locator('#cancel-capture').click();
    },
    ready: '#start-voice',
  },
];

/** Inside the page, before it runs: the microphone never opens, and what stands there until it does stays. */
function holdMicrophone(): void {
  const devices = navigator.mediaDevices;
  const open = devices.getUserMedia.bind(devices);
  devices.getUserMedia = (wanted) => (wanted?.audio ? new Promise(() => undefined) : open(wanted));
}

import type { Page } from 'playwright-core';
import type { Scene } from '../scene.ts';
import type { World } from '../world/world.ts';
import { agree, scanAtHotel } from './check.ts';

/** Milliseconds by which the phone's clock, as the BFF says of it, is off. */
const day = 86_400_000;

/** Opening the camera fails by that name of W3C's Media Capture. */
function withoutCamera(name: string) {
  return async (page: Page, world: World): Promise<void> => {
    await page.addInitScript((named) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', named));
    }, name);
    await agree(page, world);
  };
}

/** What a phone refuses, or cannot do, and says itself. */
export const refusalScenes: readonly Scene[] = [
  {
    name: 'face-refused',
    phone: 'citizen',
    refusesDevices: true,
    show: agree,
    ready: '.problem-camera-refused',
  },
  {
    name: 'face-camera-busy',
    phone: 'citizen',
    show: withoutCamera('NotReadableError'),
    ready: '.problem-camera-busy',
  },
  {
    name: 'face-camera-missing',
    phone: 'citizen',
    show: withoutCamera('NotFoundError'),
    ready: '.problem-camera-missing',
  },
  {
    name: 'confirm-who-asks-unknown',
    phone: 'citizen',
    async show(page, world) {
      await page.route('**/holder/v1/sessions/claim', async (route) => {
        const response = await route.fetch();
        const view = await response.json();
        const { registration } = view.asks;
        registration.statement = registration.registrar;
        await route.fulfill({ response, json: view });
      });
      await scanAtHotel(page, world);
    },
    ready: '.problem-who-asks-unknown',
  },
  {
    name: 'confirm-clock-wrong',
    phone: 'citizen',
    async show(page, world) {
      await page.route('**/holder/v1/sessions/claim', async (route) => {
        const problem = { code: 'dpop-invalid', status: 401, traceId: 'shown', serverTime: Date.now() + day };
        await route.fulfill({ status: 401, contentType: 'application/problem+json', json: problem });
      });
      await scanAtHotel(page, world);
    },
    ready: '.problem-clock-wrong',
  },
];

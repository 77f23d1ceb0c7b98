import type { Page } from 'playwright-core';
import type { Scene } from '../scene.ts';
import type { Course } from '../world/play-check.ts';
import type { World } from '../world/world.ts';
import { refuseAll, soon, tellOtherwise } from './told-otherwise.ts';

function resultOf(course: Course) {
  return async (page: Page, { play }: World): Promise<void> => {
    await page.goto(`/pages/result/index?session=${await play(course)}`);
  };
}

/** The digits of a check that waits for them. */
function wordOf(more: () => object) {
  return async (page: Page, { play }: World): Promise<void> => {
    await tellOtherwise(page, () => ({ word: '407', ...more() }));
    await page.goto(`/pages/word/index?session=${await play({ to: 'waiting' })}`);
  };
}

/** Waiting, how a check can end, and what is kept of it. */
export const endScenes: readonly Scene[] = [
  {
    name: 'waiting',
    phone: 'citizen',
    async show(page, { play }) {
      await page.goto(`/pages/waiting/index?session=${await play({ to: 'waiting' })}`);
    },
    ready: '#waiting-words',
  },
  {
    name: 'waiting-long',
    phone: 'citizen',
    async show(page, { play }) {
      await page.goto(`/pages/waiting/index?session=${await play({ to: 'waiting' })}`);
    },
    ready: '#go-home',
  },
  { name: 'word', phone: 'citizen', show: wordOf(() => ({})), ready: '#word' },
  { name: 'word-deadline', phone: 'citizen', show: wordOf(soon), ready: '#more-time' },
  { name: 'result-passed', phone: 'citizen', show: resultOf({ to: 'passed' }), ready: '.result-passed' },
  {
    name: 'result-failed',
    phone: 'citizen',
    show: resultOf({ to: 'failed', hints: ['face-not-matched', 'say-the-digits'] }),
    ready: '.result-failed',
  },
  {
    name: 'result-retry',
    phone: 'citizen',
    show: resultOf({ to: 'retry', hints: ['too-dark', 'face-too-small'] }),
    ready: '.result-retry',
  },
  {
    name: 'result-passed-aged',
    phone: 'citizen',
    async show(page, world) {
      const passed = Date.now();
      await tellOtherwise(page, () => ({ decidedAt: passed - 75_000 }));
      await resultOf({ to: 'passed' })(page, world);
    },
    ready: '.verdict-aged',
  },
  {
    name: 'result-aborted',
    phone: 'citizen',
    async show(page, world) {
      await tellOtherwise(page, () => ({ state: 'aborted', hints: [] }));
      await resultOf({ to: 'failed', hints: [] })(page, world);
    },
    ready: '.result-aborted',
  },
  {
    name: 'result-displaced',
    phone: 'citizen',
    async show(page, world) {
      await refuseAll(page, 'session-taken');
      await resultOf({ to: 'claimed' })(page, world);
    },
    ready: '.result-displaced',
  },
  {
    name: 'result-not-here',
    phone: 'citizen',
    async show(page, { play }) {
      await page.goto(`/pages/result/index?session=${await play({ to: 'declined' })}&why=not-here`);
    },
    ready: '.result-not-here',
  },
  {
    name: 'result-declined',
    phone: 'citizen',
    show: resultOf({ to: 'declined' }),
    ready: '.result-declined',
  },
  {
    name: 'result-cancelled',
    phone: 'citizen',
    show: resultOf({ to: 'cancelled' }),
    ready: '.result-cancelled',
  },
  {
    name: 'result-expired',
    phone: 'citizen',
    async show(page, { expired }) {
      await page.goto(`/pages/result/index?session=${await expired()}`);
    },
    ready: '.result-expired',
  },
  {
    name: 'records-none',
    phone: 'citizen',
    show: (page) => page.goto('/pages/records/index'),
    ready: '#scan',
  },
  {
    name: 'records',
    phone: 'citizen',
    async show(page, world) {
      await resultOf({ to: 'passed' })(page, world);
      await page.locator('#go-home').click();
      await page.locator('#records').click();
    },
    ready: '.record-end-passed',
  },
];

import type { Scene } from '../scene.ts';
import { copyOfChild } from '../world/play-copy.ts';

/** What opens by the address of a ward's copy, in any browser. */
export const slipScenes: readonly Scene[] = [
  {
    name: 'slip',
    phone: 'fresh',
    drawn: true,
    async show(page, world) {
      await page.goto(await copyOfChild(world));
    },
    ready: '#slip',
  },
  {
    name: 'slip-none',
    phone: 'fresh',
    show: (page) => page.goto(`/pages/slip/index#${'A'.repeat(22)}.${'B'.repeat(42)}A`),
    ready: '.notice',
  },
];

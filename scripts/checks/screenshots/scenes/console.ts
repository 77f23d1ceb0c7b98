import type { Page } from 'playwright-core';
import { inviteOperatorCall } from '../../../../shared/contract/operator/operators.ts';
import { askOperator } from '../../../program/ask-operator.ts';
import type { Scene } from '../scene.ts';
import type { World } from '../world/world.ts';

const pages: readonly Omit<Scene, 'phone' | 'seldom'>[] = [
  {
    name: 'console-sign-in',
    show: (page, world) => page.goto(consoleOf(world)),
    ready: '#sign-in',
  },
  {
    name: 'console-enrol',
    show: async (page, world) => page.goto(await linkOf(world)),
    ready: '#enrol',
  },
  { name: 'console-overview', show: (page, world) => come(page, world, '#/'), ready: '#figures' },
  { name: 'console-relying-parties', show: (page, world) => come(page, world, '#/rps'), ready: '.list' },
  {
    name: 'console-relying-party',
    show: (page, world) => come(page, world, '#/rps/rp_sandbox-hotel'),
    ready: '#counters-of ~ .list',
  },
  {
    name: 'console-counter',
    show: (page, world) => come(page, world, '#/counters/cnt_sandbox-hotel-1'),
    ready: '#rotate-open',
  },
  { name: 'console-figures', show: (page, world) => come(page, world, '#/figures'), ready: '#streams' },
  { name: 'console-log', show: (page, world) => come(page, world, '#/log'), ready: '#entries' },
  { name: 'console-proposals', show: (page, world) => come(page, world, '#/proposals'), ready: '#title' },
  { name: 'console-operators', show: (page, world) => come(page, world, '#/operators'), ready: '#invite' },
];

/** The operator's console, of which a run takes no pictures but with `--all`. */
export const consoleScenes: readonly Scene[] = pages.map((page) => ({
  ...page,
  ...{ phone: 'counter', seldom: true },
}));

const consoleOf = ({ running }: World) => `${running.bffUrl.replace('127.0.0.1', 'localhost')}/console`;

async function linkOf({ running: { bffUrl, operatorToken } }: World): Promise<string> {
  const inviting = { bffUrl, token: operatorToken };
  return (await askOperator(inviting, inviteOperatorCall, { body: { name: '王芳 Wang Fang' } })).link;
}

/** The sandbox's own operator, as if signed in, goes to that page. */
async function come(page: Page, world: World, address: string): Promise<void> {
  const url = consoleOf(world);
  const cookie = { name: 'lz-operator', value: world.running.operatorToken, httpOnly: true } as const;
  await page.context().addCookies([{ ...cookie, url, sameSite: 'Strict' }]);
  await page.goto(`${url}${address}`);
}

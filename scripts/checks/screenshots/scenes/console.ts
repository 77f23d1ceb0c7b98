import type { Page } from 'playwright-core';
import { addAcceptancePointCall } from '../../../../shared/contract/operator/acceptance-points.ts';
import { inviteOperatorCall } from '../../../../shared/contract/operator/operators.ts';
import { addTerminalOwnerCall } from '../../../../shared/contract/operator/terminal-owners.ts';
import { askOperator, Refused } from '../../../program/ask-operator.ts';
import type { Scene } from '../scene.ts';
import type { World } from '../world/world.ts';

const assists = [
  { rpId: 'rp_sandbox-hotel', month: '2027-01', checks: 1_240, meanSeconds: 80 },
  { rpId: 'rp_sandbox-gov', month: '2026-12', checks: 5, meanSeconds: 150 },
];

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
  {
    name: 'console-found',
    show: async (page, world) => {
      await come(page, world, '#/rps');
      await page.locator('#search').fill('hotel');
      await page.locator('.list > li:only-child').waitFor();
    },
    ready: '.list',
  },
  {
    name: 'console-encryption',
    show: async (page, world) => {
      await come(page, world, '#/rps/rp_sandbox-hotel');
      await page.locator('#encryption-open').click();
    },
    ready: '#encryption',
  },
  {
    name: 'console-acceptance-points',
    show: (page, world) => come(page, world, '#/rps/rp_sandbox-gov/acceptance-points'),
    ready: '#new-point',
  },
  {
    name: 'console-acceptance-point-closing',
    show: async (page, world) => {
      await havePlaces(world);
      await come(page, world, '#/rps/rp_sandbox-gov/acceptance-points');
      await page.locator('.list button').first().click();
    },
    ready: '.list .armed',
  },
  {
    name: 'console-terminal-owners',
    show: async (page, world) => {
      await havePlaces(world);
      await come(page, world, '#/rps/rp_sandbox-gov/terminal-owners');
    },
    ready: '.list',
  },
  {
    name: 'console-import',
    show: (page, world) => come(page, world, '#/rps/import'),
    ready: '#import',
  },
  {
    name: 'console-imported',
    show: async (page, world) => {
      await come(page, world, '#/rps/import');
      await page.locator('textarea').fill(JSON.stringify(imported));
      await page.locator('#import-send').click();
    },
    ready: '#refused',
  },
  {
    name: 'console-figures',
    async show(page, world) {
      // Nobody waits for so many guests without a face.
      await page.route('**/operator/v1/assists*', (route) => route.fulfill({ json: { sums: assists } }));
      await come(page, world, '#/figures');
    },
    ready: '#streams',
  },
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

/** One is there already, and one is refused: it belongs to a relying party that nobody knows. */
const imported = {
  relyingParties: [{ id: 'rp_sandbox-hotel', name: 'Sandbox hotel', scenes: ['hotel'] }],
  counters: [
    {
      ...{ id: 'cnt_nobody-1', rpId: 'rp_nobody', name: 'Desk', place: 'Here' },
      key: {
        ...{ kty: 'EC', crv: 'P-256', kid: 'k1', x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU' },
        y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
      },
    },
  ],
};

/** An acceptance point and an owner of terminals, of which each scene after the first finds those that are there. */
async function havePlaces({ running: { bffUrl, operatorToken: token } }: World): Promise<void> {
  const rpId = 'rp_sandbox-gov';
  const name = '市民中心 Town Hall';
  const point = { acceptancePointId: 'acp_town-hall', rpId, name, place: '演示路 8 号 8 Civic Road' };
  const owner = { ownerId: 'own_town-hall', rpId, name };
  for (const [call, body] of [
    [addAcceptancePointCall, point],
    [addTerminalOwnerCall, owner],
  ] as const)
    await askOperator({ bffUrl, token }, call, { body }).catch((fault: unknown) => {
      if (!(fault instanceof Refused) || fault.code !== 'id-taken') throw fault;
    });
}

/** The sandbox's own operator, as if signed in, goes to that page. */
export async function come(page: Page, world: World, address: string): Promise<void> {
  const url = consoleOf(world);
  const cookie = { name: 'lz-operator', value: world.running.operatorToken, httpOnly: true } as const;
  await page.context().addCookies([{ ...cookie, url, sameSite: 'Strict' }]);
  await page.goto(`${url}${address}`);
}

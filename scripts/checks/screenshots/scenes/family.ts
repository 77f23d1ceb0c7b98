import type { Page } from 'playwright-core';
import type { DelegationView } from '../../../../shared/contract/family/terms.ts';
import * as limits from '../../../../shared/limits.ts';
import type { Scene } from '../scene.ts';
import type { World } from '../world/world.ts';

const endsAt = Date.parse('2028-05-01T00:00:00+08:00');
const child: DelegationView = {
  ...{ delegationId: 'del_J2fT0qXv9mYkWb3LrHs7Qw', relation: 'child', form: 'under-14' },
  ...{ scenes: ['hotel', 'hospital', 'rail'], endsAt, state: 'active', asks: 'each-time' },
};
const parent: DelegationView = {
  ...{ delegationId: 'del_4h8Zk3mPq7Zk3mPq74h8Zg', relation: 'parent', form: 'adult' },
  ...{ scenes: ['hospital', 'hotel'], endsAt, state: 'active', asks: 'tell' },
};
const mother: DelegationView = { ...parent, renewable: 'adult' };
/** One of each state, and of those that stand as many as there may be. */
const each: readonly DelegationView[] = [
  { ...child, delegationId: 'del_AAAAAAAAAAAAAAAAAAAAAA', state: 'rests' },
  { ...child, delegationId: 'del_BBBBBBBBBBBBBBBBBBBBBA', state: 'ended', renewable: 'under-18' },
  { ...parent, delegationId: 'del_CCCCCCCCCCCCCCCCCCCCCA', state: 'ended' },
  ...['D', 'E', 'F', 'G'].map((letter) => ({
    ...{ ...child, delegationId: `del_${letter.repeat(21)}A`, form: 'under-18' as const },
  })),
];

/** No acceptance point is open in this world: what one would have registered is answered on its way. */
async function withWards(
  page: Page,
  delegations: readonly DelegationView[] = [child, mother],
  sessions: readonly object[] = [],
): Promise<void> {
  const list = { delegations, most: limits.wardsPerGuardian };
  await page.route('**/holder/v1/delegations', (route) => route.fulfill({ json: list }));
  await page.route('**/holder/v1/ward-requests', (route) => route.fulfill({ json: { sessions } }));
  await page.route('**/holder/v1/delegations/*/codes', (route) => {
    const expiresAt = Date.now() + limits.wardCodeLifetime;
    return route.fulfill({ status: 201, json: { delegationId: mother.delegationId, expiresAt } });
  });
}

const open = (page: Page) => page.goto('/pages/family/index');

/** A check of the hotel as this browser is told of it. */
async function claimedBy(page: Page, { play }: World): Promise<object> {
  const session = await play({ to: 'claimed' });
  const [told] = await Promise.all([
    page.waitForResponse((answer) => answer.url().endsWith(`/holder/v1/sessions/${session}`)),
    page.goto(`/pages/confirm/index?session=${session}`),
  ]);
  return await told.json();
}

/** Up to the question about the child's face. */
async function choose(page: Page, world: World): Promise<void> {
  await withWards(page);
  await open(page);
  await page.locator(`#more-${mother.delegationId}`).waitFor();
  await claimedBy(page, world);
  await page.locator('#for-family').click();
  await page.locator(`#for-${child.delegationId}`).click();
}

/** A guardian's phone: for whom, what waits for consent, a code for a terminal, and whom a check is for. */
export const familyScenes: readonly Scene[] = [
  {
    name: 'family-list',
    phone: 'citizen',
    async show(page) {
      await withWards(page);
      await open(page);
    },
    ready: `#more-${mother.delegationId}`,
  },
  {
    name: 'family-asked',
    phone: 'citizen',
    async show(page, world) {
      const view = await claimedBy(page, world);
      await withWards(page, [child, mother], [{ ...view, ward: child.delegationId }]);
      await open(page);
    },
    ready: '#agree-ward',
  },
  {
    name: 'family-code',
    phone: 'citizen',
    async show(page) {
      await withWards(page);
      await open(page);
      await page.locator(`#more-${mother.delegationId}`).click();
      await page.locator('#give-code').click();
      await page.locator('#agree-ahead').click();
    },
    ready: '#family-code',
  },
  {
    name: 'family-ahead',
    phone: 'citizen',
    seldom: true,
    async show(page) {
      await withWards(page);
      await open(page);
      await page.locator(`#more-${mother.delegationId}`).click();
      await page.locator('#give-code').click();
    },
    ready: '#agree-ahead',
  },
  { name: 'family-chosen', phone: 'citizen', show: choose, ready: '#agree-face' },
  {
    name: 'family-holds',
    phone: 'citizen',
    async show(page, world) {
      await choose(page, world);
      await page.locator('#agree-face').click();
    },
    ready: '#hold-for-them',
  },
  {
    name: 'family-states',
    phone: 'citizen',
    seldom: true,
    async show(page) {
      await withWards(page, each);
      await open(page);
    },
    ready: '#renew-del_BBBBBBBBBBBBBBBBBBBBBA',
  },
  {
    name: 'family-none',
    phone: 'citizen',
    seldom: true,
    async show(page) {
      await withWards(page, []);
      await open(page);
    },
    ready: '.notice',
  },
  {
    name: 'family-ward',
    phone: 'citizen',
    seldom: true,
    async show(page) {
      await withWards(page);
      await open(page);
      await page.locator(`#more-${mother.delegationId}`).click();
    },
    ready: '#ask-me',
  },
  {
    name: 'family-end',
    phone: 'citizen',
    seldom: true,
    async show(page) {
      await withWards(page);
      await open(page);
      await page.locator(`#more-${mother.delegationId}`).click();
      await page.locator('#end').click();
    },
    ready: '#end-yes',
  },
  {
    name: 'family-face',
    phone: 'citizen',
    seldom: true,
    async show(page, world) {
      await choose(page, world);
      await page.locator('#agree-face').click();
      await page.locator('#hand-over').click();
    },
    ready: '#start-face:not([disabled])',
  },
];

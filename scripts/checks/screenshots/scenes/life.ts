import type { Page } from 'playwright-core';
import * as limits from '../../../../shared/limits.ts';
import type { Scene } from '../scene.ts';

const day = 24 * 60 * 60_000;
/** Times that look the same on each day stand where nothing is painted over: the end of a card. */
const endsAt = Date.UTC(2035, 11, 31, 16);

/** The answers of the BFF as they are, but for how the credential stands; and no counter waits from another scene's check. */
async function standsAs(page: Page, changes: Record<string, unknown>): Promise<void> {
  await page.route('**/holder/v1/waiting-counter', (route) => route.fulfill({ json: {} }));
  await page.route('**/holder/v1/credential', async (route) => {
    const answer = await route.fetch();
    if (!answer.ok()) return await route.fulfill({ response: answer });
    await route.fulfill({ response: answer, json: { ...(await answer.json()), ...changes } });
  });
}

/** What the phone was told, in place of what it really was; the long poll is left open. */
async function tells(page: Page, notices: readonly object[]): Promise<void> {
  await page.route('**/holder/v1/notices?**', async (route) => {
    const asked = new URL(route.request().url()).searchParams;
    if (asked.has('wait')) return;
    await route.fulfill({
      json: { notices: asked.get('after') === '0' ? notices : [], serverTime: Date.now() },
    });
  });
}

function unusable() {
  const now = Date.now();
  return {
    state: 'unusable',
    level: 'strict',
    since: now,
    movable: { from: now, until: now + limits.movableFor },
  };
}

const manage = (page: Page) => page.goto('/pages/manage/index');

/** What becomes of a credential: its page, its questions, a new phone, the old one, and what is told. */
export const lifeScenes: readonly Scene[] = [
  {
    name: 'manage-active',
    phone: 'citizen',
    async show(page) {
      await standsAs(page, { endsAt });
      await manage(page);
    },
    ready: '#freeze',
  },
  {
    name: 'manage-card-lost',
    phone: 'citizen',
    async show(page) {
      const cardReportEnds = Date.now() + limits.cardReportLasts;
      await standsAs(page, { state: 'card-reported-lost', level: 'strict', endsAt, cardReportEnds });
      await manage(page);
    },
    ready: '#withdraw-card-report',
  },
  {
    name: 'manage-report-phone',
    phone: 'citizen',
    show: (page) => page.goto('/pages/manage/index?asks=report-phone'),
    ready: '#report-phone-yes',
  },
  {
    name: 'manage-own-face',
    phone: 'citizen',
    async show(page) {
      await standsAs(page, { state: 'frozen', level: 'strict' });
      await page.goto('/pages/manage/index?asks=unfreeze');
      await page.locator('#unfreeze-yes').click();
    },
    ready: '#own-face-next',
  },
  {
    name: 'manage-expired',
    phone: 'citizen',
    async show(page) {
      await standsAs(page, { state: 'void', reason: 'expired', endsAt: Date.UTC(2026, 10, 20, 16) });
      await manage(page);
    },
    ready: '#apply',
  },
  {
    name: 'home-frozen',
    phone: 'citizen',
    async show(page) {
      await standsAs(page, { state: 'frozen' });
      await page.goto('/');
    },
    ready: '.credential-frozen.credential-from-bff',
  },
  {
    name: 'home-unusable',
    phone: 'citizen',
    async show(page) {
      await standsAs(page, unusable());
      await page.goto('/');
    },
    ready: '.credential-unusable.credential-from-bff',
  },
  {
    name: 'move-intro',
    phone: 'citizen',
    async show(page) {
      await standsAs(page, unusable());
      await page.goto('/pages/move/index');
    },
    ready: '#move-begin',
  },
  {
    name: 'move-identity',
    phone: 'citizen',
    async show(page) {
      await standsAs(page, unusable());
      await page.goto('/pages/move/index');
      await page.locator('#move-begin').click();
      await page.locator('#consent-face').click();
      await page.locator('#consent-next').click();
    },
    ready: '#id-input',
  },
  {
    name: 'notices',
    phone: 'citizen',
    async show(page) {
      const at = Date.now() - day;
      await tells(page, [
        { seq: 1, kind: 'phone-replaced', at, until: at + limits.movableFor },
        { seq: 2, kind: 'moved', at, until: at + limits.strictWait },
        { seq: 3, kind: 'ends-soon', at, until: endsAt },
        { seq: 4, kind: 'assisted', at },
      ]);
      await page.goto('/pages/notices/index');
      await page.locator('#not-me-4').click();
    },
    ready: '#not-me-yes-4',
  },
  {
    name: 'dispute',
    phone: 'voided',
    async show(page) {
      const lostAt = Date.now() - day;
      const ticket = { ticket: 'ticket', lostAt, until: lostAt + limits.ticketLifetime, disputed: false };
      const notices = [{ seq: 1, kind: 'phone-replaced', at: lostAt, until: lostAt + limits.movableFor }];
      await page.route('**/holder/v1/ticket', (route) =>
        route.fulfill({ json: { ...ticket, notices, serverTime: Date.now() } }),
      );
      await page.goto('/');
      await page.locator('#not-me').click();
    },
    ready: '#dispute-yes',
  },
];

import type { Page } from 'playwright-core';
import type { ConsentsAnswer } from '../../../../shared/contract/protect/consents.ts';
import type { ExportAnswer } from '../../../../shared/contract/protect/export.ts';
import type { Scene } from '../scene.ts';

const erased = {
  ...{ erasureId: 'ers_Qm9va3NhcmVmb3JldmVyMA', at: 1_800_000_000_000, authority: 'done' },
  ...{ kept: ['results', 'log', 'counts', 'register', 'cases'], serverTime: 1_800_000_000_000 },
  receipt: 'eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJkZW1vIn0.c2lnbmVk',
};

/** More than are shown at once. */
const notices = (['frozen', 'unfrozen', 'raised', 'moved', 'ends-soon', 'renewed'] as const).map(
  (kind, n) => ({
    ...{ seq: n + 1, kind, at: 1_800_000_000_000 },
  }),
);

/** How many checks there were by then depends on the order of the pictures: these show the application's alone. */
const ofApplication = (consents: ConsentsAnswer['consents']) =>
  consents
    .filter(({ text }) => text.form === 'apply')
    // They were given at the same moment.
    .sort((one, other) => (one.subject < other.subject ? -1 : 1));

/** So do these. */
const ofOthers = {
  ...{ sessions: [], quotas: [], meetings: [], arrivals: [], declines: [], wardCodes: [] },
  ...{ takeovers: [], disputes: [], family: [] },
};

async function open(page: Page): Promise<void> {
  await page.route('**/holder/v1/consents', async (route) => {
    const response = await route.fetch();
    const said: ConsentsAnswer = await response.json();
    await route.fulfill({ response, json: { ...said, consents: ofApplication(said.consents) } });
  });
  await page.goto('/pages/consents/index');
  await page.locator('#consent-face').waitFor();
}

function then(row: 'held' | 'erase' | 'withdraw-face') {
  return async (page: Page): Promise<void> => {
    await open(page);
    await page.locator(`#${row}`).click();
  };
}

/** What was agreed to, how it is taken back, all that is held, and how it is erased. */
export const consentScenes: readonly Scene[] = [
  { name: 'consents', phone: 'citizen', show: open, ready: '#withdraw-face' },
  { name: 'consents-withdraw', phone: 'citizen', show: then('withdraw-face'), ready: '#withdraw-face-yes' },
  {
    name: 'consents-held',
    phone: 'citizen',
    async show(page) {
      await page.route('**/holder/v1/export', async (route) => {
        const response = await route.fetch();
        const said: ExportAnswer = await response.json();
        const own = { ...said.own, consents: ofApplication(said.own.consents), notices };
        await route.fulfill({ response, json: { ...said, own: { ...own, ...ofOthers } } });
      });
      await then('held')(page);
      await page.locator('#held-authority').waitFor();
      await page.evaluate(() => document.querySelector('#held-challenges')?.remove());
    },
    ready: '#held-authority',
  },
  { name: 'consents-erase', phone: 'citizen', show: then('erase'), ready: '#erase-yes' },
  {
    name: 'consents-erased',
    phone: 'citizen',
    async show(page) {
      // The person of these pictures is to stay.
      await page.route('**/holder/v1/erasure', (route) => route.fulfill({ json: erased }));
      await then('erase')(page);
      await page.locator('#erase-yes').click();
    },
    ready: '#erasure-number',
  },
];

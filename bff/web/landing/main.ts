import type { Landed } from '../../../shared/contract/landed.ts';
import { awaitApp } from './await-app.ts';
import { keepPreferences, readPreferences } from './preferences.ts';
import { type Slack, type Trust, verifyAsks } from './verify-asks.ts';
import './landing.css';

/** The JSON of a `Trust`, written in when the page is built; empty where no root was given. */
declare const builtForTrust: string;
declare const builtSlack: Slack;

/** Milliseconds after which the page says that the line is slow, and offers to open it again. */
const slowAfter = 4000;
const stuckAfter = 15_000;

const landing = find('landing');
const preferences = readPreferences();
showPreferences();
find('type').addEventListener('click', () => change({ largeType: !preferences.largeType }));
find('language').addEventListener('click', () =>
  change({ language: preferences.language === 'zh' ? 'en' : 'zh' }),
);
if (landing.dataset.state === 'asks') open(JSON.parse(find('landed').textContent ?? ''));

function change(chosen: Partial<typeof preferences>): void {
  Object.assign(preferences, chosen);
  keepPreferences(preferences);
  showPreferences();
}

function showPreferences(): void {
  document.documentElement.lang = preferences.language === 'zh' ? 'zh-CN' : 'en';
  landing.classList.toggle('large', preferences.largeType);
}

/** From now on this is the app's page of the code, a reload included; the app draws it behind what is shown. */
function open(landed: Landed): void {
  history.replaceState(null, '', landed.page);
  const timers = [setTimeout(step, slowAfter, 'slow'), setTimeout(step, stuckAfter, 'stuck')];
  find('again').addEventListener('click', () => location.reload());
  awaitApp(find('app'), () => {
    timers.forEach(clearTimeout);
    find('app').removeAttribute('inert');
    landing.remove();
  });
  showAsks(landed).then(
    () => step('opening'),
    () => {
      landing.dataset.state = 'unknown';
    },
  );
}

/** Shows the names as soon as they are known to be genuine. Without HTTPS a browser lends no cryptography: then the app does it. */
async function showAsks({ asks, serverTime }: Landed): Promise<void> {
  if (!('subtle' in crypto)) return step('unseen');
  const trust: Trust = JSON.parse(builtForTrust);
  const now = { server: serverTime / 1000, phone: Date.now() / 1000 };
  const names = await verifyAsks(asks, trust, now, builtSlack);
  find('rp').textContent = names.rpName;
  find('counter').textContent = names.counterName;
  find('place').textContent = names.place;
  find('asks').hidden = false;
}

function step(name: 'opening' | 'unseen' | 'slow' | 'stuck'): void {
  const { step: now } = landing.dataset;
  if (name === 'opening' && now !== 'checking') return;
  landing.dataset.step = name;
}

function find(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`there is no ${id}`);
  return found;
}

import type { Landed } from '../../../shared/contract/landed.ts';
import { nameIn } from '../../../shared/name-in.ts';
import { keepPreferences, readPreferences } from '../kit/preferences.ts';
import { awaitApp } from './await-app.ts';
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
/** Once they are known to be genuine. */
let names: Record<string, string> = {};
showPreferences();
find('landing-type').addEventListener('click', () =>
  change({ largeType: !preferences.largeType }, 'type-size'),
);
find('landing-language').addEventListener('click', () =>
  change({ language: preferences.language === 'zh' ? 'en' : 'zh' }, 'language'),
);
if (landing.dataset.state === 'asks') open(JSON.parse(find('landed').textContent ?? ''));

/** @param tool the app's own button for it: where the app stands behind this page already, it follows */
function change(chosen: Partial<typeof preferences>, tool: string): void {
  Object.assign(preferences, chosen);
  keepPreferences(preferences);
  showPreferences();
  document.getElementById(tool)?.click();
}

function showPreferences(): void {
  document.documentElement.lang = preferences.language === 'zh' ? 'zh-CN' : 'en';
  landing.classList.toggle('large-type', preferences.largeType);
  showNames();
}

/** Each name in the reader's language alone. */
function showNames(): void {
  for (const [id, name] of Object.entries(names))
    find(`landing-${id}`).textContent = nameIn(preferences.language, name);
}

/** From now on this is the app's page of the code, a reload included; the app draws it behind what is shown. */
function open(landed: Landed): void {
  history.replaceState(null, '', landed.page);
  const timers = [setTimeout(step, slowAfter, 'slow'), setTimeout(step, stuckAfter, 'stuck')];
  find('landing-again').addEventListener('click', () => location.reload());
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
  const { rpName, counterName, place } = await verifyAsks(asks, trust, now, builtSlack);
  names = { rp: rpName, counter: counterName, place };
  showNames();
  find('landing-asks').hidden = false;
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

import type { SharedCheck } from '../desk/check.ts';
import type { View } from '../desk/face/show-desk.ts';
import { CounterElement } from '../embed/counter-element.ts';
import { makeElement } from '../kit/element.ts';
import { placeIn } from '../kit/place.ts';
import { counterToken } from './counter-token.ts';
import { ownTab } from './live/own-tab.ts';
import { remembered, tabState } from './live/remembered.ts';
import { type TwoWindows, twoWindows } from './live/two-windows.ts';
import { type SandboxCounter, sandboxCounters } from './sandbox-counters.ts';
import type { Choice } from './show-choice.ts';
import { type Page, showMoment, showPage } from './show-page.ts';
import { watch } from './watch.ts';
import { wireButtons } from './wire-buttons.ts';

const place = placeIn(document, document.body);
const { element, setText, setVisible } = place;
const memory = remembered();
const asked = new URLSearchParams(location.search).get('view');
let view: View = asked === 'guest' || asked === 'clerk' ? asked : 'both';
const isGuests = view === 'guest';
let language = memory.read().language ?? 'zh';
let counters: readonly SandboxCounter[] = [];
let check: SharedCheck | undefined;
let windows: TwoWindows | undefined;
let used = { counterId: '', access: counterToken('') };

customElements.define('liangzheng-counter', CounterElement);
const desk = element('liangzheng', CounterElement);
const change = makeElement('button', { type: 'button', id: 'change', className: 'quiet', hidden: true });
change.dataset.text = 'change';
element('abandon', HTMLElement).after(change);

function page(): Page {
  const { sound = true, ...choice } = memory.read();
  return { view, language, sound, counters, choice, check };
}

function showAll(): void {
  desk.setAttribute('view', view);
  desk.lang = language;
  desk.toggleAttribute('muted', !page().sound);
  showPage(place, page());
}

/** From now on the desk is this counter's. */
function use(counterId: string): void {
  if (counterId !== used.counterId) used = { counterId, access: counterToken(counterId) };
}

/** The check that is on has changed: a reload finds it, the guest's window hears of it. */
function changed(now: SharedCheck | undefined): void {
  check = now;
  if (!isGuests) {
    const { tab, counterId } = tabState.read();
    const { purpose, view: session } = check ?? {};
    tabState.keep({ tab, counterId: check?.counterId ?? counterId, purpose, sessionId: session?.sessionId });
    windows?.tell();
  }
  showAll();
}

function begin(choice: Choice): void {
  const { counterId, scene, purpose } = choice;
  use(counterId);
  desk.setAttribute('scene', scene);
  desk.setAttribute('purpose', purpose);
  memory.keep(choice);
  void desk.open();
}

/** The clerk's windows: what there is to choose from, and the check that was on. */
async function openClerks(): Promise<void> {
  const tab = await ownTab();
  try {
    counters = await sandboxCounters(language);
  } catch (refusal) {
    setText('problem', refusal instanceof Error ? refusal.message : '');
    setVisible('problem', true);
    return;
  }
  showAll();
  element('guest-window', HTMLAnchorElement).href = `/counter?view=guest#${tab}`;
  windows = twoWindows({
    ...{ face: 'clerk', tab, check: () => check, heard: () => {} },
    reopen: () => void desk.next(),
  });
  const { sessionId, purpose, counterId } = tabState.read();
  if (sessionId === undefined || purpose === undefined || counterId === undefined) return;
  use(counterId);
  await desk.resume({ counterId, sessionId, purpose });
}

/** The guest's window shows what its clerk has on, and nothing else. */
function openGuests(): void {
  windows = twoWindows({
    face: 'guest',
    tab: location.hash.slice(1) || undefined,
    check: () => check,
    heard(told) {
      if (told !== undefined) use(told.counterId);
      desk.show(told);
    },
    reopen: () => {},
  });
}

wireButtons({
  ...{ place, begin, leave: () => desk.show(undefined), counters: () => counters },
  language: () => language,
  setLanguage(next) {
    language = next;
    memory.keep({ language });
    showAll();
  },
  turnSound() {
    memory.keep({ sound: !page().sound });
    showAll();
  },
  setView(next) {
    view = next;
    history.replaceState(null, '', next === 'both' ? '/counter' : `/counter?view=${next}`);
    showAll();
  },
});
showAll();
desk.page = {
  ...{ place, watch, changed },
  access: () => used.access,
  shown: (moment) => showMoment(place, page(), moment),
  ...(isGuests && { askAnew: (sessionId: string) => windows?.askAnew(sessionId) }),
};
if (isGuests) openGuests();
else void openClerks();

import type { About } from '../../../shared/contract/about.ts';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { catchKeys } from '../desk/face/keep-focus.ts';
import type { View } from '../desk/face/show-desk.ts';
import { showLine } from '../desk/face/show-line.ts';
import { keepLive } from '../desk/live/keep-live.ts';
import { serverClock } from '../desk/live/server-clock.ts';
import { runCheck } from '../desk/run-check.ts';
import { Refused } from '../desk/send-call.ts';
import type { Line } from '../desk/stream/after-ending.ts';
import { placeIn } from '../kit/place.ts';
import { counterClient, type SandboxCounter } from './counter-client.ts';
import { ownTab } from './live/own-tab.ts';
import { remembered, tabState } from './live/remembered.ts';
import { type TwoWindows, twoWindows } from './live/two-windows.ts';
import type { Choice } from './show-choice.ts';
import { type Page, pageShower } from './show-page.ts';
import { texts } from './texts.ts';
import { watch } from './watch.ts';
import { wireButtons } from './wire-buttons.ts';

const place = placeIn(document, document.body);
const { element, setText, setVisible } = place;
const memory = remembered();
const asked = new URLSearchParams(location.search).get('view');
let view: View = asked === 'guest' || asked === 'clerk' ? asked : 'both';
const isGuests = view === 'guest';
let language = memory.read().language ?? 'zh';
let line: Line = 'stands';
let counters: readonly SandboxCounter[] = [];
let about: About | undefined;
let windows: TwoWindows | undefined;
let working = false;

const clock = serverClock();
const client = counterClient(() => language, clock);
const shower = pageShower(place);
const run = runCheck(client, clock.now, changed);
const live = keepLive({
  ...{ client, clock, take, check: run.check, reopen, watch },
  tick: () => shower.showMoment(page()),
  line(now) {
    line = now;
    showLine(place, line, language);
  },
});

function page(): Page {
  const { sound = true, ...choice } = memory.read();
  return {
    ...{ view, language, sound, about, counters, choice },
    ...{ check: run.check(), outcomes: run.outcomes() },
  };
}

function showAll(): void {
  shower.showAll(page());
  showLine(place, line, language);
}

/** The check that is on has changed: a reload finds it, the guest's window hears of it. */
function changed(): void {
  const check = run.check();
  live.follow(check?.counterId);
  if (!isGuests) {
    const { tab, counterId } = tabState.read();
    const { purpose, view: session } = check ?? {};
    tabState.keep({ tab, counterId: check?.counterId ?? counterId, purpose, sessionId: session?.sessionId });
    windows?.tell();
  }
  showAll();
}

function take(session: CounterView): void {
  live.look();
  run.take(session);
}

async function reopen(): Promise<void> {
  const sessionId = run.check()?.view.sessionId;
  if (!isGuests) await run.once('next');
  else if (sessionId !== undefined) windows?.askAnew(sessionId);
}

/** Does what a button asks for, once at a time, and says what went wrong. Nothing is disabled meanwhile: that would lose the focus. */
async function attempt(work: () => Promise<void>): Promise<void> {
  if (working) return;
  working = true;
  try {
    await work();
    setVisible('problem', false);
  } catch (fault) {
    const words = fault instanceof Refused && fault.status !== 0 ? fault.message : '';
    setText('problem', words || texts.unreachable[language]);
    setVisible('problem', true);
  } finally {
    working = false;
  }
}

async function begin(choice: Choice): Promise<void> {
  client.use(choice.counterId);
  await run.begin(choice);
  memory.keep(choice);
}

/** After a reload: a check that a phone has taken goes on; one that nobody took cannot show its code any more. */
async function resume(): Promise<void> {
  const { sessionId, purpose, counterId } = tabState.read();
  if (sessionId === undefined || purpose === undefined || counterId === undefined) return;
  client.use(counterId);
  const session = await client.read(sessionId);
  if (session.state !== 'open')
    return run.resume({
      ...{ counterId, purpose, view: session, serverNow: clock.now },
      ...(session.decidedAt !== undefined && { endedAt: session.decidedAt }),
    });
  await client.end(sessionId, 'abandoned');
  await begin({ counterId, scene: session.scene, purpose });
}

/** The clerk's windows: what there is to choose from, and the check that was on. */
async function openClerks(): Promise<void> {
  const tab = await ownTab();
  counters = await client.counters().catch((refusal: unknown) => {
    throw refusal instanceof Refused && refusal.status === 404
      ? new Refused(404, texts.noCounters[language])
      : refusal;
  });
  showAll();
  element('guest-window', HTMLAnchorElement).href = `/counter?view=guest#${tab}`;
  const again = () => void attempt(reopen);
  windows = twoWindows({ face: 'clerk', tab, check: run.shared, heard: () => {}, reopen: again });
  await resume().catch(run.leave);
}

/** The guest's window shows what its clerk has on, and nothing else. */
function openGuests(): void {
  windows = twoWindows({
    face: 'guest',
    tab: location.hash.slice(1) || undefined,
    check: run.shared,
    heard(check) {
      if (check === undefined) return run.leave();
      client.use(check.counterId);
      run.resume({ ...check, serverNow: clock.now });
      // Whoever has just been opened knows no time yet: the answer tells it.
      if (clock.now() === undefined) void client.read(check.view.sessionId).then(take, () => {});
    },
    reopen: () => {},
  });
}

wireButtons({
  ...{ place, run, attempt, begin, counters: () => counters },
  language: () => language,
  shown: shower.shown,
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
if (!isGuests) catchKeys(place, () => shower.shown().phase);
showAll();
void client.about().then(
  (told) => {
    about = told;
    showAll();
  },
  // Nobody is told who stands behind it where nobody can say: the check itself needs no such answer.
  () => {},
);
if (isGuests) openGuests();
else void attempt(openClerks);

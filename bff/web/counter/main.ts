import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { isFinal } from '../../../shared/sessions.ts';
import { element, on } from '../kit/element.ts';
import { putTexts } from '../kit/language.ts';
import { counterClient, type SandboxCounter } from './counter-client.ts';
import { keepLive } from './live/keep-live.ts';
import { ownTab } from './live/own-tab.ts';
import { remembered, tabState } from './live/remembered.ts';
import { serverClock } from './live/server-clock.ts';
import { showLine } from './live/show-line.ts';
import { Refused } from './send-call.ts';
import { type Check, showCheck, showSecond } from './show-check.ts';
import { type Choice, readChoice, showChoice } from './show-choice.ts';
import type { Line } from './stream/after-ending.ts';
import { texts } from './texts.ts';

const memory = remembered();
let language = memory.read().language ?? 'zh';
let line: Line = 'stands';
let counters: SandboxCounter[] = [];
let check: Check | undefined;

const clock = serverClock();
const client = counterClient(() => language, clock);
const live = keepLive({
  ...{ client, clock, take },
  check: () => check,
  reopen: again,
  tick() {
    if (check !== undefined && !isFinal(check.view.state)) showSecond(check, language);
  },
  line(now) {
    line = now;
    showLine(line, language);
  },
});

/** Puts every fixed text into the language, and the rest after it. */
function showAll(): void {
  putTexts(texts, language);
  element('language', HTMLElement).textContent = texts.otherLanguage[language];
  showLine(line, language);
  element('choose', HTMLElement).hidden = check !== undefined;
  element('check', HTMLElement).hidden = check === undefined;
  document.body.dataset.screen = check === undefined ? 'choose' : 'check';
  const counter = counters.find(({ counterId }) => counterId === memory.read().counterId);
  element('desk', HTMLElement).textContent =
    check === undefined || counter === undefined ? '' : `${counter.rpName} · ${counter.name}`;
  if (check === undefined) {
    document.title = texts.title[language];
    showChoice(counters, language, readChoice() ?? memory.read());
  } else {
    showCheck(check, language);
    showSecond(check, language);
  }
}

/** Does what a button asks for, once at a time, and says what went wrong. */
async function attempt(work: () => Promise<void>): Promise<void> {
  const buttons = [...document.querySelectorAll('button')];
  const problem = element('problem', HTMLElement);
  for (const button of buttons) button.disabled = true;
  try {
    await work();
    problem.hidden = true;
  } catch (fault) {
    const words = fault instanceof Refused && fault.status !== 0 ? `⚠ ${fault.message}` : '';
    problem.textContent = words || texts.unreachable[language];
    problem.hidden = false;
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

async function begin(choice: Choice): Promise<void> {
  client.use(choice.counterId);
  const opened = await client.open(choice.scene, choice.purpose);
  memory.keep(choice);
  const { counterId, purpose } = choice;
  tabState.keep({ ...tabState.read(), counterId, purpose, sessionId: opened.sessionId });
  const { sessionId, scene, level, openedAt, expiresAt: deadline } = opened;
  show({
    opened,
    purpose: opened.purpose,
    view: { sessionId, state: 'open', version: 1, scene, level, openedAt, deadline },
    serverNow: clock.now,
  });
}

/** After a reload: a check that a phone has taken goes on; one that nobody took cannot show its code any more. */
async function resume(): Promise<void> {
  const { sessionId, purpose, counterId } = tabState.read();
  if (sessionId === undefined || purpose === undefined || counterId === undefined) return;
  client.use(counterId);
  const view = await client.read(sessionId);
  if (view.state !== 'open') return show({ purpose, view, serverNow: clock.now });
  await client.end(sessionId, 'abandoned');
  await again();
}

function show(next: Check): void {
  check = next;
  live.follow(memory.read().counterId);
  showAll();
  // The button that began it may have been far down: the code is at the top.
  scrollTo(0, 0);
  element('state', HTMLElement).focus({ preventScroll: true });
}

/** Takes a state of a session: of the one that is on, and newer than what is known. */
function take(view: CounterView): void {
  live.look();
  if (view.sessionId !== check?.view.sessionId || view.version <= check.view.version) return;
  check = { ...check, view };
  showCheck(check, language);
  showSecond(check, language);
  if (isFinal(view.state)) element('next', HTMLElement).focus();
}

/** Ends the check that is on; where it was decided in the meantime, the answer says so. */
async function end(reason: 'staffed' | 'abandoned'): Promise<void> {
  if (check === undefined) return;
  const { sessionId } = check.view;
  try {
    take(await client.end(sessionId, reason));
  } catch (refusal) {
    take(await client.read(sessionId));
    if (check !== undefined && !isFinal(check.view.state)) throw refusal;
  }
}

function leave(): void {
  check = undefined;
  const { tab, counterId } = tabState.read();
  tabState.keep({ tab, counterId });
  live.follow(undefined);
  showAll();
  element('choose-title', HTMLElement).focus();
}

function again(): Promise<void> {
  const { counterId, scene, purpose } = memory.read();
  if (counterId === undefined || scene === undefined || purpose === undefined) return Promise.resolve();
  return begin({ counterId, scene, purpose });
}

on('language', 'click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  memory.keep({ language });
  showAll();
});
on('scenes', 'change', () => {
  const focused = readChoice();
  showChoice(counters, language, focused ?? {});
  element('scenes', HTMLElement).querySelector<HTMLInputElement>(':checked')?.focus();
});
element('choose', HTMLFormElement).addEventListener('submit', (event) => {
  event.preventDefault();
  const choice = readChoice();
  if (choice !== undefined) void attempt(() => begin(choice));
});
on('next', 'click', () => void attempt(again));
on('staffed', 'click', () => void attempt(() => end('staffed')));
on('abandon', 'click', () => void attempt(() => end('abandoned')));
on('change', 'click', leave);

showAll();
void attempt(async () => {
  counters = await client.counters().catch((refusal: unknown) => {
    throw refusal instanceof Refused && refusal.status === 404
      ? new Refused(404, texts.noCounters[language].slice(2))
      : refusal;
  });
  showAll();
  await ownTab();
  await resume().catch(leave);
});

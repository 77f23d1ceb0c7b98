import type { About } from '../../../shared/contract/about.ts';
import { element, on, setText, setVisible } from '../kit/element.ts';
import { keptState } from '../kit/kept.ts';
import type { Language } from '../kit/language.ts';
import { isOver } from './check.ts';
import { counterClient, Refused, type SandboxCounter } from './counter-client.ts';
import { catchKeys, onMeant } from './keep-focus.ts';
import { readView } from './read-view.ts';
import { runCheck } from './run-check.ts';
import { type Choice, readChoice, showChoice } from './show-choice.ts';
import { type Page, pageShower } from './show-page.ts';
import { texts } from './texts.ts';
import { watch } from './watch.ts';

/** What outlives a reload: the language, the choice, and which check was on. */
interface Kept extends Choice {
  language: Language;
  sound: boolean;
  sessionId: string;
}

const view = readView(location.search);
const { read, keep } = keptState<Kept>('liangzheng-counter');
const kept = read();
let language: Language = kept.language ?? 'zh';
let counters: SandboxCounter[] = [];
let about: About | undefined;
let working = false;

const client = counterClient(() => language);
const clock = (serverTime: number) => {
  const at = performance.now();
  return () => serverTime + performance.now() - at;
};
const run = runCheck(client, clock, () => {
  const sessionId = run.check()?.view.sessionId;
  if (sessionId === undefined) delete kept.sessionId;
  remember({ ...(sessionId !== undefined && { sessionId }) });
  shower.showAll(page());
});
const shower = pageShower();

function page(): Page {
  return {
    ...{ view, language, about, counters, choice: kept, sound: kept.sound !== false },
    ...{ check: run.check(), outcomes: run.outcomes() },
  };
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

function remember(more: Partial<Kept>): void {
  Object.assign(kept, more);
  keep(kept);
}

async function begin(choice: Choice): Promise<void> {
  await run.begin(choice);
  remember(choice);
  stopWatching();
  stopWatching = watch({ token: client.token, view: run.take, linked: () => {} });
}
let stopWatching = () => {};

on('language', 'click', () => {
  language = language === 'zh' ? 'en' : 'zh';
  remember({ language });
  shower.showAll(page());
});
on('sound', 'click', () => {
  remember({ sound: kept.sound === false });
  shower.showAll(page());
});
on('scenes', 'change', () => {
  showChoice(counters, language, readChoice() ?? {});
  element('scenes', HTMLElement).querySelector<HTMLInputElement>(':checked')?.focus();
});
on('choose', 'submit', () => {
  const choice = readChoice();
  if (choice !== undefined) void attempt(() => begin(choice));
});
on('word-form', 'submit', () => {
  const field = element('word', HTMLInputElement);
  const { value } = field;
  field.value = '';
  void attempt(() => run.giveWord(value));
});
on('staffed', 'click', () => {
  const check = run.check();
  if (check !== undefined && isOver(check)) run.goOnStaffed();
  else void attempt(() => run.end('staffed'));
});
on('extend', 'click', () => void attempt(run.extend));
on('abandon', 'click', () => void attempt(() => run.end('abandoned')));
on('change', 'click', run.leave);
onMeant(
  'next',
  () => void attempt(() => run.once('next')),
  () => shower.shown().since,
);
onMeant(
  'again',
  () => void attempt(() => run.once('again')),
  () => shower.shown().since,
);
catchKeys(() => shower.shown().phase);
setInterval(() => shower.showMoment(page()), 250);

shower.showAll(page());
void client.about().then((told) => {
  about = told;
  shower.showAll(page());
});
void attempt(async () => {
  counters = await client.counters().catch((refusal: unknown) => {
    throw refusal instanceof Refused && refusal.status === 404
      ? new Refused(404, texts.noCounters[language])
      : refusal;
  });
  shower.showAll(page());
});

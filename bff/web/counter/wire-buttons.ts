import { element, on } from '../kit/element.ts';
import type { Language } from '../kit/language.ts';
import { isOver } from './check.ts';
import type { SandboxCounter } from './counter-client.ts';
import { onMeant } from './keep-focus.ts';
import type { CheckRun } from './run-check.ts';
import { type Choice, readChoice, showChoice } from './show-choice.ts';
import type { Shown, View } from './show-page.ts';

/** What the buttons of the page reach. */
export interface Reach {
  run: CheckRun;
  attempt(work: () => Promise<void>): Promise<void>;
  begin(choice: Choice): Promise<void>;
  counters(): readonly SandboxCounter[];
  language(): Language;
  shown(): Shown;
  setLanguage(language: Language): void;
  turnSound(): void;
  setView(view: View): void;
}

/** Joins each button and form of the page to what it does. */
export function wireButtons({ run, attempt, begin, ...page }: Reach): void {
  on('language', 'click', () => page.setLanguage(page.language() === 'zh' ? 'en' : 'zh'));
  on('sound', 'click', page.turnSound);
  // The link opens the other window by itself: this one is then the clerk's alone.
  on('guest-window', 'click', () => page.setView('clerk'));
  on('one-window', 'click', () => page.setView('both'));
  on('scenes', 'change', () => {
    showChoice(page.counters(), page.language(), readChoice() ?? {});
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
  const appeared = () => page.shown().since;
  onMeant('next', () => void attempt(() => run.once('next')), appeared);
  onMeant('again', () => void attempt(() => run.once('again')), appeared);
}

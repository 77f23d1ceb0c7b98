import type { Shown, View } from '../desk/face/show-desk.ts';
import { wireStrip } from '../desk/face/wire-strip.ts';
import type { CheckRun } from '../desk/run-check.ts';
import type { Language } from '../kit/language.ts';
import type { Place } from '../kit/place.ts';
import type { SandboxCounter } from './counter-client.ts';
import { type Choice, readChoice, showChoice } from './show-choice.ts';

/** What the buttons of the page reach. */
export interface Reach {
  place: Place;
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
export function wireButtons({ place, run, attempt, begin, ...page }: Reach): void {
  const { on, element } = place;
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
  on('change', 'click', run.leave);
  wireStrip(place, run, attempt, page.shown);
}

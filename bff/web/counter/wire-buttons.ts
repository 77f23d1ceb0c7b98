import type { View } from '../desk/face/show-desk.ts';
import type { Language } from '../kit/language.ts';
import type { Place } from '../kit/place.ts';
import type { SandboxCounter } from './sandbox-counters.ts';
import { type Choice, readChoice, showChoice } from './show-choice.ts';

/** What the buttons around the desk reach. */
export interface Reach {
  place: Place;
  begin(choice: Choice): void;
  /** Back to the choice of what the counter is for. */
  leave(): void;
  counters(): readonly SandboxCounter[];
  language(): Language;
  setLanguage(language: Language): void;
  turnSound(): void;
  setView(view: View): void;
}

/** Joins each button and form around the desk to what it does. */
export function wireButtons({ place, begin, leave, ...page }: Reach): void {
  const { on, element } = place;
  on('language', 'click', () => page.setLanguage(page.language() === 'zh' ? 'en' : 'zh'));
  on('sound', 'click', page.turnSound);
  // The link opens the other window by itself: this one is then the clerk's alone.
  on('guest-window', 'click', () => page.setView('clerk'));
  on('one-window', 'click', () => page.setView('both'));
  on('scenes', 'change', () => {
    showChoice(place, page.counters(), page.language(), readChoice(place) ?? {});
    element('scenes', HTMLElement).querySelector<HTMLInputElement>(':checked')?.focus();
  });
  on('choose', 'submit', () => {
    const choice = readChoice(place);
    if (choice !== undefined) begin(choice);
  });
  on('change', 'click', leave);
}

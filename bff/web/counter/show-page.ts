import { peopleAt } from '../../../shared/messages/people.ts';
import { scenes } from '../../../shared/scenes.ts';
import { markSvg } from '../../../shared/ui/mark.ts';
import { inksOfPage } from '../../../shared/ui/svg.ts';
import { isOver, type SharedCheck } from '../desk/check.ts';
import { clerkWords } from '../desk/face/clerk-words.ts';
import type { Moment, View } from '../desk/face/show-desk.ts';
import { drawInto } from '../kit/element.ts';
import { type Language, putTexts } from '../kit/language.ts';
import type { Place } from '../kit/place.ts';
import type { SandboxCounter } from './sandbox-counters.ts';
import { type Choice, deskName, readChoice, showChoice } from './show-choice.ts';
import { texts } from './texts.ts';

/** What stands around the desk, and the check that it has on. */
export interface Page {
  view: View;
  language: Language;
  sound: boolean;
  counters: readonly SandboxCounter[];
  choice: Partial<Choice>;
  check: SharedCheck | undefined;
}

/** Shows what stands around the desk and stays while it works. */
export function showPage(place: Place, { view, language, sound, counters, choice, check }: Page): void {
  const { element, setText, setVisible } = place;
  putTexts(texts, language);
  drawInto(element('brand-mark', HTMLElement), markSvg(inksOfPage));
  setVisible('one-window', view === 'clerk');
  setText('language', texts.otherLanguage[language]);
  element('language', HTMLElement).lang = language === 'zh' ? 'en' : 'zh-CN';
  setText('sound', (sound ? texts.soundOn : texts.soundOff)[language]);
  const counter = counters.find(({ counterId }) => counterId === check?.counterId);
  setText('desk', counter === undefined ? '' : deskName(counter, language));
  if (check === undefined) showChoice(place, counters, language, readChoice(place) ?? choice);
}

/** Shows what goes with the moment of the desk. */
export function showMoment(place: Place, page: Page, moment: Moment): void {
  const { check, view } = page;
  document.title = titleOf(page, moment);
  place.setVisible('change', check !== undefined && isOver(check));
  // What had the focus may have been far down: code and verdict are at the top, the word is where it is typed.
  if (view !== 'guest' && moment.began && moment.focused !== 'word') scrollTo(0, 0);
}

function titleOf({ check, language, view }: Page, { phase, chooses }: Moment): string {
  if (chooses) return texts.title[language];
  if (view === 'guest' || check === undefined) return texts.secondTitle[language];
  const { title } = clerkWords(phase, peopleAt(check.view.scene, check.purpose));
  return `${title[language]} · ${scenes[check.view.scene].text[language]}`;
}

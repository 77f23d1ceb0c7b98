import type { About } from '../../../shared/contract/about.ts';
import { peopleAt } from '../../../shared/messages/people.ts';
import { scenes } from '../../../shared/scenes.ts';
import { markSvg } from '../../../shared/ui/mark.ts';
import { inksOfPage } from '../../../shared/ui/svg.ts';
import { isOver } from '../desk/check.ts';
import { clerkWords } from '../desk/face/clerk-words.ts';
import { codeAt } from '../desk/face/show-code.ts';
import { type Desk, deskShower, type Moment, type Shown } from '../desk/face/show-desk.ts';
import { drawInto, makeElement } from '../kit/element.ts';
import { putTexts } from '../kit/language.ts';
import type { Place } from '../kit/place.ts';
import { showAbout } from '../kit/show-about.ts';
import type { SandboxCounter } from './counter-client.ts';
import { type Choice, deskName, readChoice, showChoice } from './show-choice.ts';
import { texts } from './texts.ts';

/** All that the page shows. */
export interface Page extends Desk {
  about: About | undefined;
  counters: readonly SandboxCounter[];
  choice: Partial<Choice>;
}

/** Shows the page over and over: the desk, and what stands around it. */
export function pageShower(place: Place): {
  showAll(page: Page): void;
  showMoment(page: Page): void;
  shown(): Shown;
} {
  const { element, setText, setVisible } = place;
  const desk = deskShower(place);

  function showMoment(page: Page): void {
    const moment = desk.show(page);
    const { check, view } = page;
    document.title = titleOf(page, moment);
    if (!moment.chooses && check !== undefined) {
      setVisible('change', isOver(check));
      showOpenHere(page, moment.now);
    }
    // What had the focus may have been far down: code and verdict are at the top, the word is where it is typed.
    if (view !== 'guest' && moment.began && moment.focused !== 'word') scrollTo(0, 0);
  }

  function titleOf({ check, language, view }: Page, { phase, chooses }: Moment): string {
    if (chooses) return texts.title[language];
    if (view === 'guest' || check === undefined) return texts.secondTitle[language];
    const { title } = clerkWords(phase, peopleAt(check.view.scene, check.purpose));
    return `${title[language]} · ${scenes[check.view.scene].text[language]}`;
  }

  /** In a sandbox alone the code can be opened on this machine: elsewhere it would put a guest's key on the clerk's. */
  function showOpenHere({ about, check, language }: Page, now: number | undefined): void {
    const holder = element('open-here', HTMLElement);
    const { opened, view } = check ?? {};
    if (about?.sandbox !== true || opened === undefined || view?.state !== 'open' || now === undefined)
      return void holder.replaceChildren();
    const textContent = texts.openHere[language];
    const link = holder.querySelector('a') ?? makeElement('a', { target: '_blank', rel: 'noopener' });
    Object.assign(link, { href: codeAt(opened, now), textContent });
    if (link.parentElement === null) holder.append(link);
  }

  function showAll(page: Page): void {
    const { language, view, sound, about, counters, choice, check } = page;
    putTexts(texts, language);
    place.frame.dataset.view = view;
    element('guest-title', HTMLElement).ariaLevel = view === 'guest' ? '1' : '2';
    drawInto(element('brand-mark', HTMLElement), markSvg(inksOfPage));
    setVisible('one-window', view === 'clerk');
    setText('language', texts.otherLanguage[language]);
    element('language', HTMLElement).lang = language === 'zh' ? 'en' : 'zh-CN';
    setText('sound', (sound ? texts.soundOn : texts.soundOff)[language]);
    showAbout(about, texts, language);
    const counter = counters.find(({ counterId }) => counterId === check?.counterId);
    setText('desk', counter === undefined ? '' : deskName(counter, language));
    if (check === undefined) showChoice(counters, language, readChoice() ?? choice);
    showMoment(page);
  }

  return { showAll, showMoment, shown: desk.shown };
}

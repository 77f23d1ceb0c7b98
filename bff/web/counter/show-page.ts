import type { About } from '../../../shared/contract/about.ts';
import { peopleAt } from '../../../shared/messages/people.ts';
import { scenes } from '../../../shared/scenes.ts';
import { markSvg } from '../../../shared/ui/mark.ts';
import { inksOfPage } from '../../../shared/ui/svg.ts';
import { drawInto, element, makeElement, setText, setVisible } from '../kit/element.ts';
import { type Language, putTexts } from '../kit/language.ts';
import { playTone } from '../kit/play-tone.ts';
import { showAbout } from '../kit/show-about.ts';
import { type Check, type Phase, phaseOf } from './check.ts';
import { clerkWords } from './clerk-words.ts';
import type { SandboxCounter } from './counter-client.ts';
import { focusFor } from './keep-focus.ts';
import type { Outcome } from './outcomes.ts';
import { type Choice, deskName, readChoice, showChoice } from './show-choice.ts';
import { codeAt } from './show-code.ts';
import { showGuest } from './show-guest.ts';
import { showOutcomes, showStrip } from './show-strip.ts';
import { showVerdict, tones } from './show-verdict.ts';
import { texts } from './texts.ts';

/** Which faces a window shows: both, or one each on two displays. */
export type View = 'both' | 'guest' | 'clerk';

/** All that the page shows. */
export interface Page {
  view: View;
  language: Language;
  sound: boolean;
  about: About | undefined;
  counters: readonly SandboxCounter[];
  choice: Partial<Choice>;
  check: Check | undefined;
  outcomes: readonly Outcome[];
}

/** What the page shows at the moment: undefined while the clerk chooses. */
export interface Shown {
  phase: Phase | undefined;
  /** When that began, in milliseconds of this page. */
  since: number;
}

/** Shows the page over and over; what has not changed is left alone, and each change of phase is told and heard once. */
export function pageShower(): { showAll(page: Page): void; showMoment(page: Page): void; shown(): Shown } {
  let shown: Shown = { phase: undefined, since: performance.now() };
  let key: string | undefined;
  let listed: readonly Outcome[] | undefined;

  function showMoment(page: Page): void {
    const { check, language, view } = page;
    const now = check?.serverNow();
    const chooses = check === undefined && view !== 'guest';
    const phase = phaseOf(check, now);
    const changed = `${check?.view.sessionId} ${chooses ? 'choose' : phase}`;
    const began = key !== undefined && changed !== key;
    const first = key === undefined;
    if (changed !== key) shown = { phase: chooses ? undefined : phase, since: performance.now() };
    key = changed;
    const { body } = document;
    body.dataset.screen = chooses ? 'choose' : 'check';
    body.dataset.phase = phase;
    body.dataset.state = check === undefined || phase === 'ready' ? 'ready' : check.view.state;
    setVisible('choose', chooses);
    setVisible('check', !chooses);
    showVerdict(phase, check, now, language);
    if (chooses) document.title = texts.title[language];
    else showFaces(page, phase, now);
    if (view === 'guest') return;
    const focused = focusFor(shown.phase, began || first);
    if (began && check !== undefined) tell(page, check, phase, focused);
    // What had the focus may have been far down: code and verdict are at the top, the word is where it is typed.
    if (began && focused !== 'word') scrollTo(0, 0);
  }

  function showFaces(page: Page, phase: Phase, now: number | undefined): void {
    const { check, language, view, outcomes } = page;
    showGuest(phase, check, now, language);
    if (view === 'guest') document.title = texts.secondTitle[language];
    if (check === undefined) return;
    showStrip(phase, check, now, language);
    showOpenHere(page, now);
    if (listed !== outcomes || element('outcomes', HTMLElement).lang !== language) {
      showOutcomes(outcomes, language);
      element('outcomes', HTMLElement).lang = language;
    }
    listed = outcomes;
    const { title } = clerkWords(phase, peopleAt(check.view.scene, check.purpose));
    if (view !== 'guest') document.title = `${title[language]} · ${scenes[check.view.scene].text[language]}`;
  }

  function showAll(page: Page): void {
    const { language, view, sound, about, counters, choice, check } = page;
    putTexts(texts, language);
    document.body.dataset.view = view;
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

  return { showAll, showMoment, shown: () => shown };
}

/**
 * Tells a screen reader what has changed, once and politely, and plays the tone of a verdict. Where the focus went to the title itself,
 * that is read out already, with what it says to do.
 */
function tell({ language, sound }: Page, { view, purpose }: Check, phase: Phase, focused: string): void {
  const { title, hint } = clerkWords(phase, peopleAt(view.scene, purpose));
  setText('spoken', focused === 'state' ? '' : `${title[language]} ${hint[language]}`);
  const tone = tones[phase];
  if (sound && (tone === 'pass' || tone === 'fail')) playTone(tone);
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

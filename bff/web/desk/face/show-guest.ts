import { peopleAt } from '../../../../shared/messages/people.ts';
import { purposeText, scenes } from '../../../../shared/scenes.ts';
import type { Text } from '../../../../shared/text.ts';
import { makeElement } from '../../kit/element.ts';
import type { Language } from '../../kit/language.ts';
import type { Place } from '../../kit/place.ts';
import type { Check, Phase } from '../check.ts';
import { draw, drawingOf, stepDrawings } from './draw-picture.ts';
import { guestWords, steps } from './guest-words.ts';
import { codeAt, showCode } from './show-code.ts';
import { deskTexts as texts } from './texts.ts';

/** The face that the guest sees: the code and three steps, then what to do, then how it ended. In both languages, the clerk's first. */
export function showGuest(
  place: Place,
  phase: Phase,
  check: Check | undefined,
  now: number | undefined,
  language: Language,
) {
  const { element, setText, setVisible } = place;
  const begins = phase === 'open' || phase === 'more-time';
  // Who has claimed may have photographed the code, and be elsewhere: whoever stands here can still scan, and goes first.
  const scans = begins || phase === 'word';
  const { scene, purpose } = { scene: check?.view.scene ?? 'hotel', purpose: check?.purpose ?? 'check-in' };
  const { title, hint } = guestWords(phase, peopleAt(scene, purpose), check?.again);
  setVisible('code', scans);
  setVisible('picture', !scans);
  setText('code-caption', texts[begins ? 'codeCaption' : 'codeStill'][language]);
  setVisible('steps', begins);
  setVisible('asks', begins);
  setText('asks', `${scenes[scene].text[language]} · ${purposeText[purpose][language]}`);
  showBoth(place, 'guest-title', title, language);
  showBoth(place, 'guest-hint', hint, language);
  draw(element('picture', HTMLElement), drawingOf[phase]);
  showSteps(place, language);
  const opened = check?.opened;
  showCode(place, scans && opened !== undefined && now !== undefined ? codeAt(opened, now) : undefined);
}

/** Both languages, one below the other, each named for a screen reader. */
function showBoth({ element }: Place, id: string, text: Text, language: Language): void {
  const holder = element(id, HTMLElement);
  const order: Language[] = language === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  if (holder.textContent === order.map((each) => text[each]).join('')) return;
  holder.replaceChildren(...order.map((each) => inLanguage(text, each)));
}

function inLanguage(text: Text, language: Language): HTMLElement {
  return makeElement('span', { textContent: text[language], lang: language === 'zh' ? 'zh-CN' : 'en' });
}

function showSteps({ element }: Place, language: Language): void {
  const list = element('steps', HTMLElement);
  if (list.dataset.language === language) return;
  list.dataset.language = language;
  const order: Language[] = language === 'zh' ? ['zh', 'en'] : ['en', 'zh'];
  list.replaceChildren(
    ...steps.map((text, place) => {
      const step = makeElement('li', {});
      const picture = makeElement('span', { className: 'picture' });
      const words = makeElement('span', { className: 'both' });
      words.append(...order.map((each) => inLanguage(text, each)));
      step.append(picture, words);
      draw(picture, stepDrawings[place]);
      return step;
    }),
  );
}

import type { About } from '../../../shared/contract/about.ts';
import { markSvg } from '../../../shared/ui/mark.ts';
import { inksOfPage } from '../../../shared/ui/svg.ts';
import { readUserCode } from '../../../shared/user-code.ts';
import { drawInto } from '../kit/element.ts';
import { putTexts } from '../kit/language.ts';
import { placeIn } from '../kit/place.ts';
import { keepPreferences, readPreferences } from '../kit/preferences.ts';
import { showAbout } from '../kit/show-about.ts';
import { askAddress, type Fault } from './ask-address.ts';
import { texts } from './texts.ts';

const { element, on, setText } = placeIn(document, document.body);
const preferences = readPreferences();
let about: About | undefined;
let fault: Fault | undefined;
let asking = false;

function show(): void {
  const { language, largeType } = preferences;
  putTexts(texts, language);
  document.title = texts.title[language];
  document.documentElement.classList.toggle('large-type', largeType);
  drawInto(element('brand-mark', HTMLElement), markSvg(inksOfPage));
  setText('language', texts.otherLanguage[language]);
  element('language', HTMLElement).lang = language === 'zh' ? 'en' : 'zh-CN';
  setText('type-size', texts[largeType ? 'usual' : 'larger'][language]);
  setText('fault', fault === undefined ? '' : texts[fault][language]);
  element('code', HTMLInputElement).ariaInvalid = String(fault === 'notACode' || fault === 'unknown');
  showAbout(about, texts, language);
}

function choose(chosen: Partial<typeof preferences>): void {
  Object.assign(preferences, chosen);
  keepPreferences(preferences);
  show();
}

/** One question at a time. Who is refused stands in the field again, with what was typed still there. */
async function enter(): Promise<void> {
  if (asking) return;
  asking = true;
  fault = undefined;
  show();
  const code = element('code', HTMLInputElement);
  const isCode = readUserCode(code.value) !== undefined;
  const answer = isCode ? await askAddress(code.value) : { fault: 'notACode' as const };
  asking = false;
  if ('path' in answer) return location.assign(answer.path);
  fault = answer.fault;
  show();
  code.focus();
}

on('enter', 'submit', () => void enter());
on('language', 'click', () => choose({ language: preferences.language === 'zh' ? 'en' : 'zh' }));
on('type-size', 'click', () => choose({ largeType: !preferences.largeType }));
show();
void fetch('/about')
  .then((answer) => answer.json())
  .then(
    (told: About) => {
      about = told;
      show();
    },
    // Nobody is told who stands behind it where nobody can say.
    () => {},
  );

import { type Purpose, purposeText, type Scene, scenes } from '../../../shared/scenes.ts';
import type { View } from '../desk/face/show-desk.ts';
import { deskTexts } from '../desk/face/texts.ts';
import { fillTexts, type Language } from '../kit/language.ts';
import type { Place } from '../kit/place.ts';

/** What the attributes of an element say. */
export interface Setting {
  view: View;
  language: Language;
  sound: boolean;
  scene: Scene | undefined;
  purpose: Purpose | undefined;
}

/**
 * Shows what stays while the desk works: the words that stand on it, which faces are shown, and the levels of its headings.
 * @param own the page is one of ours: else the first level is the page's, and the form to start a check is the element's
 */
export function showFrame(
  { frame, element, setText }: Place,
  { view, language, scene, purpose }: Setting,
  own: boolean,
): void {
  frame.dataset.view = view;
  frame.lang = language === 'zh' ? 'zh-CN' : 'en';
  fillTexts(frame, deskTexts, language);
  const top = own ? 1 : 2;
  element('state', HTMLElement).ariaLevel = `${top}`;
  element('guest-title', HTMLElement).ariaLevel = view === 'guest' ? `${top}` : '2';
  element('outcomes-title', HTMLElement).ariaLevel = `${top + 1}`;
  if (own) return;
  const asked = scene && purpose && `${scenes[scene].text[language]} · ${purposeText[purpose][language]}`;
  setText('choose-title', asked || deskTexts.brand[language]);
}

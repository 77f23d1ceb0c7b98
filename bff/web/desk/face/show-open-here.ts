import { makeElement } from '../../kit/element.ts';
import type { Language } from '../../kit/language.ts';
import type { Place } from '../../kit/place.ts';
import type { Check } from '../check.ts';
import { codeAt } from './show-code.ts';
import { deskTexts as texts } from './texts.ts';

/** In a sandbox alone the code can be opened on this machine: elsewhere it would put a guest's key on the clerk's. @param check of a sandbox */
export function showOpenHere(
  { element }: Place,
  check: Check | undefined,
  now: number | undefined,
  language: Language,
): void {
  const holder = element('open-here', HTMLElement);
  const { opened, view } = check ?? {};
  if (opened === undefined || view?.state !== 'open' || now === undefined) {
    holder.replaceChildren();
    return;
  }
  const textContent = texts.openHere[language];
  const link = holder.querySelector('a') ?? makeElement('a', { target: '_blank', rel: 'noopener' });
  Object.assign(link, { href: codeAt(opened, now), textContent });
  if (link.parentElement === null) holder.append(link);
}

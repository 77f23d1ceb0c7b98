import type { Text } from '../../../shared/text.ts';

/** The languages that pages speak. */
export type Language = keyof Text;

/** Puts the page, and every element with a `data-text` that names one of the texts, into the language. */
export function putTexts(texts: Readonly<Record<string, Text>>, language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  fillTexts(document, texts, language);
}

/** The same for what is in one place of a page. */
export function fillTexts(
  place: ParentNode,
  texts: Readonly<Record<string, Text>>,
  language: Language,
): void {
  for (const found of place.querySelectorAll<HTMLElement>('[data-text]'))
    for (const [name, text] of Object.entries(texts))
      if (name === found.dataset.text) found.textContent = text[language];
}
